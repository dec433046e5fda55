// A picture from a phone is ten times what a menu needs: it is made small here, before it is sent.
import { ApiError, problemOf } from '@dangol/api';
import { session } from '../services.ts';

const longestSide = 800;
const quality = 0.82;

/** Throws when the browser cannot read it as a picture. */
export async function shrink(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  // Where webp cannot be written, the browser answers with a png of its own accord.
  const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/webp', quality));
  if (!small) throw new Error('no picture');
  return small;
}

/** "/pictures/1f2e3d4c5b6a7988.webp", as a menu item names it. */
export async function upload(cafeId: string, picture: Blob): Promise<string> {
  const token = await session.token();
  const response = await fetch(`/cafes/${cafeId}/pictures`, {
    method: 'POST',
    headers: {
      'Content-Type': picture.type,
      'Accept-Language': document.documentElement.lang,
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: picture,
  });
  const answer = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response.status, answer);
  return (answer as { image: string }).image;
}

export const isRefusal = (error: unknown): error is ApiError => error instanceof ApiError;

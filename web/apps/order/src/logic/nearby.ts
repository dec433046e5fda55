import type { Cafe, Place } from '@dangol/api';

const earthMetres = 6_371_000;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** As the crow flies. */
export function metresBetween(a: Place, b: Place): number {
  const north = radians(b.latitude - a.latitude);
  const east = radians(b.longitude - a.longitude);
  const h =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * earthMetres * Math.asin(Math.sqrt(h));
}

/** "420 m", "1.3 km" */
export function distanceText(metres: number): string {
  if (metres < 1_000) return `${Math.max(10, Math.round(metres / 10) * 10)} m`;
  return `${(metres / 1_000).toFixed(metres < 10_000 ? 1 : 0)} km`;
}

/** With a place the server has put the nearest first; without one the branch of last time comes first. */
export function inOrder(cafes: readonly Cafe[], last: string | undefined, byPlace: boolean): Cafe[] {
  if (byPlace) return [...cafes];
  return [...cafes].sort((a, b) => Number(b.id === last) - Number(a.id === last));
}

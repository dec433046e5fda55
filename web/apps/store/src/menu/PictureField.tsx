import { Button } from '@dangol/ui';
import { useId, useRef, useState } from 'preact/hooks';
import { useCafeId } from '../cafe.ts';
import { useMenuWords } from '../words/menu.ts';
import { isRefusal, shrink, upload } from './picture.ts';

interface Props {
  image: string;
  onImage: (image: string) => void;
}

export function PictureField({ image, onImage }: Props) {
  const words = useMenuWords();
  const cafeId = useCafeId();
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    setBusy(true);
    setError(undefined);
    try {
      onImage(await upload(cafeId, await shrink(file)));
    } catch (problem) {
      setError(isRefusal(problem) ? problem.message : words.pictureWrong);
    } finally {
      setBusy(false);
    }
  }
  return (
    <div class="picture-field">
      {image ? (
        <img src={image} alt={words.picture} width={112} height={112} />
      ) : (
        <span class="picture-none" aria-hidden="true" />
      )}
      <div class="picture-actions">
        <input
          ref={input}
          class="visually-hidden"
          type="file"
          accept="image/*"
          tabIndex={-1}
          aria-label={words.choosePicture}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
        <Button busy={busy} aria-describedby={hint} onClick={() => input.current?.click()}>
          {words.choosePicture}
        </Button>
        {image && (
          <Button kind="quiet" onClick={() => onImage('')}>
            {words.removePicture}
          </Button>
        )}
        <p class="field-hint" id={hint}>
          {words.pictureHint}
        </p>
        {error && (
          <p class="field-error" role="alert">
            {error}
          </p>
        )}
      </div>
    </div>
  );
}

import { ApiError } from '@dangol/api';
import { useCommonWords } from '@dangol/i18n';
import { Button } from './Button.tsx';

/** While something is fetched. */
export function Waiting() {
  const words = useCommonWords();
  return (
    <div class="waiting" role="status">
      <p>{words.loading}</p>
    </div>
  );
}

/** When it could not be: what happened, and what to do. */
export function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const words = useCommonWords();
  return (
    <div class="waiting" role="alert">
      <p>{error instanceof ApiError ? error.message : words.failed}</p>
      <Button onClick={onRetry}>{words.retry}</Button>
    </div>
  );
}

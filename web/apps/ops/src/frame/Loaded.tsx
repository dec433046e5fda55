import { ApiError } from '@dangol/api';
import { Failed, Notice, Waiting } from '@dangol/ui';
import type { ComponentChildren } from 'preact';
import { useFrameWords } from '../words/frame.ts';

interface Asked<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** What was asked for; while it is fetched, or cannot be, that. What is older stays on the screen and says so. */
export function Loaded<T>({ query, children }: { query: Asked<T>; children: (data: T) => ComponentChildren }) {
  const words = useFrameWords();
  if (query.data === undefined) {
    return query.error ? <Failed error={query.error} onRetry={() => query.refetch()} /> : <Waiting />;
  }
  return (
    <>
      {query.error && (
        <Notice tone="warn" live>
          {words.stale} {query.error instanceof ApiError && query.error.message}
        </Notice>
      )}
      {children(query.data)}
    </>
  );
}

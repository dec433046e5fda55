import type { StreamState } from '@dangol/api';
import { useCommonWords } from '@dangol/i18n';
import { useEffect, useState } from 'preact/hooks';
import { useDeviceNow } from './useNow.ts';

const graceMs = 1_000; // a reconnect within a second is not worth a word

/** Says while the stream is away how old the picture is. Nothing while it is live. */
export function Connection({ state }: { state: StreamState }) {
  const words = useCommonWords();
  const now = useDeviceNow(1_000);
  const [since, setSince] = useState<number>();
  useEffect(() => setSince(state.kind === 'lost' ? state.since : undefined), [state]);
  if (since === undefined || now - since < graceMs) return null;
  return (
    <p class="connection" role="status" data-testid="connection-lost">
      {words.lost(Math.floor((now - since) / 1_000))}
    </p>
  );
}

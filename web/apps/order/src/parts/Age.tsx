import { useDeviceNow } from '@dangol/ui';
import { useSharedWords } from '../words/shared.ts';
import { useOnline } from './useOnline.ts';

/** Without a network: how old is what is shown. */
export function Age({ at, failed }: { at: number; failed?: boolean }) {
  const words = useSharedWords();
  const now = useDeviceNow(20_000);
  const online = useOnline();
  if ((online && !failed) || at === 0) return null;
  return (
    <p class="connection" role="status">
      {words.offlineSince(words.ago(Math.floor((now - at) / 60_000)))}
    </p>
  );
}

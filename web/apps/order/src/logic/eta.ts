// What is said about when it will be ready. An estimate that gets shorter does so silently; one that gets longer is said.
import type { QueuePosition } from '@dangol/api';

export interface Eta {
  low: number; // ms since the epoch
  high: number;
  /** What `longerBy` is measured from: the latest time that was said. */
  said: number;
  /** Minutes it takes longer than was said; 0: it does not. */
  longerBy: number;
}

const graceMs = 60_000; // less than this is no news

export function nextEta(shown: Eta | undefined, queue: Pick<QueuePosition, 'etaLow' | 'etaHigh'>): Eta {
  const low = Date.parse(queue.etaLow);
  const high = Date.parse(queue.etaHigh);
  if (!shown || high <= shown.said) return { low, high, said: high, longerBy: 0 };
  const later = high - shown.said;
  return { low, high, said: shown.said, longerBy: later > graceMs ? Math.ceil(later / 60_000) : shown.longerBy };
}

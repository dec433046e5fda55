// How long, how busy, until when.
import { type Cafe, type QueueLength, serverNow } from '@dangol/api';
import { clock, date, type Language, range, useLanguage } from '@dangol/i18n';
import { useSettled } from '@dangol/shell';
import { nextOpening } from '../logic/opening.ts';
import { useSharedWords } from '../words/shared.ts';

export const busyMinutes = 15;
export const minutesText = ({ minutesLow, minutesHigh }: QueueLength): string => range(minutesLow, minutesHigh);

/** Its time of day, with the day if that is another one. */
function when(at: number, now: number, language: Language): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  return sameDay ? clock(at, language) : `${date(at, language)} ${clock(at, language)}`;
}

export interface CafeState {
  kind: 'open' | 'busy' | 'paused' | 'closed';
  text: string;
}

/** Clock times appear once the app has taken over: the server does not know the device's time zone. */
export function useCafeState(): (cafe: Cafe, queue: QueueLength | undefined) => CafeState {
  const settled = useSettled();
  const words = useSharedWords();
  const language = useLanguage();
  return (cafe, queue) => {
    const now = serverNow();
    if (cafe.openNow && cafe.state === 'OPEN') {
      return queue && queue.minutesHigh >= busyMinutes
        ? { kind: 'busy', text: words.busy }
        : { kind: 'open', text: words.open };
    }
    if (cafe.state === 'PAUSED') {
      const text =
        settled && cafe.pausedUntil
          ? words.pausedUntil(when(Date.parse(cafe.pausedUntil), now, language))
          : words.paused;
      return { kind: 'paused', text };
    }
    const opens = settled ? nextOpening(cafe, now) : undefined;
    return { kind: 'closed', text: opens ? words.opensAt(when(opens, now, language)) : words.closed };
  };
}

export const takesOrders = (cafe: Cafe): boolean => cafe.state === 'OPEN' && cafe.openNow;

// How long, how busy, until when: in the words of the first screen that the server writes (order_shell.cpp).
import type { Cafe, QueueLength } from '@dangol/api';
import { clock, date, type Language, useLanguage } from '@dangol/i18n';
import { nextOpening } from '../logic/opening.ts';
import { useSharedWords } from '../words/shared.ts';

export const busyMinutes = 15;
export const minutesText = ({ minutesLow, minutesHigh }: QueueLength): string =>
  minutesLow === minutesHigh ? String(minutesHigh) : `${minutesLow}~${minutesHigh}`;

/** Its time of day, with the day if that is another one. */
function when(at: number, now: number, language: Language): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  return sameDay ? clock(at, language) : `${date(at, language)} ${clock(at, language)}`;
}

export interface CafeState {
  kind: 'open' | 'busy' | 'paused' | 'closed';
  text: string;
}

export function useCafeState(): (cafe: Cafe, queue: QueueLength | undefined) => CafeState {
  const words = useSharedWords();
  const language = useLanguage();
  return (cafe, queue) => {
    const now = Date.now();
    if (cafe.openNow && cafe.state === 'OPEN') {
      return queue && queue.minutesHigh >= busyMinutes
        ? { kind: 'busy', text: words.busy }
        : { kind: 'open', text: words.open };
    }
    if (cafe.state === 'PAUSED') {
      const text = cafe.pausedUntil
        ? words.pausedUntil(when(Date.parse(cafe.pausedUntil), now, language))
        : words.paused;
      return { kind: 'paused', text };
    }
    const opens = nextOpening(cafe, now);
    return { kind: 'closed', text: opens ? words.opensAt(when(opens, now, language)) : words.closed };
  };
}

export const takesOrders = (cafe: Cafe): boolean => cafe.state === 'OPEN' && cafe.openNow;

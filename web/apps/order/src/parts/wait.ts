// How long, how busy, until when.
import { type Cafe, type QueueLength, serverNow } from '@dangol/api';
import { clock, date, dateTime, type Language, range, useLanguage } from '@dangol/i18n';
import { useSettled } from '@dangol/shell';
import { useSharedWords } from '../words/shared.ts';

export const busyMinutes = 15;
export const minutesText = ({ minutesLow, minutesHigh }: QueueLength): string => range(minutesLow, minutesHigh);

/** Its time of day where the branch is, with the day if that is another one. */
export function when(at: string, now: number, language: Language, zone: string): string {
  const sameDay = date(at, language, zone) === date(now, language, zone);
  return sameDay ? clock(at, language, zone) : dateTime(at, language, zone);
}

export interface CafeState {
  kind: 'open' | 'busy' | 'paused' | 'closed';
  text: string;
}

/** Clock times appear once the app has taken over: the page as the server draws it has none. */
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
          ? words.pausedUntil(when(cafe.pausedUntil, now, language, cafe.timeZone))
          : words.paused;
      return { kind: 'paused', text };
    }
    const opensAt = settled ? cafe.opensAt : undefined;
    const ahead = opensAt !== undefined && Date.parse(opensAt) > now;
    return { kind: 'closed', text: ahead ? words.opensAt(when(opensAt, now, language, cafe.timeZone)) : words.closed };
  };
}

export const takesOrders = (cafe: Cafe): boolean => cafe.state === 'OPEN' && cafe.openNow;

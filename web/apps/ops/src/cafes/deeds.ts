// What can be done about a branch.
import { type Cafe, ok } from '@dangol/api';
import { allOf } from '@dangol/i18n';
import type { Deed } from '../ask/Ask.tsx';
import { api } from '../services.ts';
import { useCafeWords } from '../words/cafes.ts';

const pauseMinutes = 30;

export function useCafeDeeds() {
  const words = useCafeWords();
  const changes = [['cafes'], ['queues']];
  const of = (id: string, key: string) => ({ params: { path: { id }, header: { 'Idempotency-Key': key } } });
  const called = (cafe: Cafe) => allOf(cafe.name);
  return {
    open: (cafe: Cafe): Deed => ({
      title: words.openTitle(called(cafe)),
      effects: words.openEffects,
      verb: words.open,
      run: async (key) => {
        await ok(api.POST('/cafes/{id}/open', of(cafe.id, key)));
        return words.opened(called(cafe));
      },
      changes,
    }),
    close: (cafe: Cafe): Deed => ({
      title: words.closeTitle(called(cafe)),
      effects: words.closeEffects,
      verb: words.close,
      danger: true,
      run: async (key) => {
        await ok(api.POST('/cafes/{id}/close', of(cafe.id, key)));
        return words.closed(called(cafe));
      },
      changes,
    }),
    pause: (cafe: Cafe): Deed => ({
      title: words.pauseTitle(called(cafe)),
      effects: words.pauseEffects,
      verb: words.pause,
      reason: { label: words.pauseReason },
      run: async (key, reason) => {
        const body = { minutes: pauseMinutes, ...(reason ? { reason } : {}) };
        await ok(api.POST('/cafes/{id}/pause', { ...of(cafe.id, key), body }));
        return words.paused(called(cafe));
      },
      changes,
    }),
  };
}

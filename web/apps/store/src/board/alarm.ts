// When the bar has to hear something: pure, so that it can be tested without a loudspeaker.
import type { Ticket } from './ticket.ts';

export const repeatMs = 4_000;
const louderAfterMs = 30_000;
const urgentAfterMs = 60_000;

export interface Alarm {
  /** New orders that nobody has touched. */
  waiting: number;
  /** Of these, the ones that nobody has silenced. */
  sounding: number;
  loudness: number;
  /** The customer has waited for a word for a minute. */
  urgent: boolean;
}

export function alarmOf(
  tickets: readonly Ticket[],
  silenced: ReadonlySet<string>,
  heardSince: ReadonlyMap<string, number>,
  now: number,
): Alarm {
  const waiting = tickets.filter((ticket) => ticket.lane === 'new' && !ticket.tap);
  const sounding = waiting.filter(({ orderId }) => !silenced.has(orderId));
  const oldest = Math.min(...sounding.map(({ orderId }) => heardSince.get(orderId) ?? now));
  return {
    waiting: waiting.length,
    sounding: sounding.length,
    loudness: now - oldest >= louderAfterMs ? 1 : 0.55,
    urgent: waiting.some(({ orderDate }) => now - Date.parse(orderDate) >= urgentAfterMs),
  };
}

// What the accept button offers: how long this bar will need for what is before it and for this order.
import type { Cafe } from '@dangol/api';
import type { Ticket } from './ticket.ts';

const spareMinutes = 2;
export const leastMinutes = 1;
export const mostMinutes = 60;

type Pace = Pick<Cafe, 'secondsPerUnit' | 'stations'>;

export function suggestedMinutes(ticket: Ticket, tickets: readonly Ticket[], pace: Pace): number {
  const before = tickets
    .filter(({ lane, turn }) => lane === 'making' || (lane === 'new' && turn < ticket.turn))
    .reduce((sum, { units }) => sum + units, 0);
  const seconds = ((before + ticket.units) * pace.secondsPerUnit) / Math.max(1, pace.stations);
  return Math.min(mostMinutes, Math.max(3, Math.ceil(seconds / 60) + spareMinutes));
}

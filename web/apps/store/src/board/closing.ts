// What a branch that closes leaves undone. Open orders count as the queue of the next morning's customers until they are ended.
import { byAge, type Ticket } from './ticket.ts';

const namedMost = 8;

export interface StillOpen {
  count: number;
  /** Call numbers, the oldest first. */
  calls: string[];
  /** How many more there are than are named. */
  more: number;
}

export function openAt(tickets: readonly Ticket[]): StillOpen {
  const open = tickets
    .filter(({ lane }) => lane !== 'done')
    .sort(byAge)
    .map(({ callNumber }) => callNumber);
  return { count: open.length, calls: open.slice(0, namedMost), more: Math.max(0, open.length - namedMost) };
}

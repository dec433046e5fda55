import { expect, it } from 'vitest';
import { openAt } from './closing.ts';
import type { Ticket } from './ticket.ts';

const ticket = (callNumber: string, lane: Ticket['lane'], turn: number) =>
  ({ orderId: callNumber, callNumber, lane, turn }) as Ticket;

it('a branch that closes is told of each order that is still open, the oldest first', () => {
  const tickets = [
    ticket('4821', 'making', 2),
    ticket('1022', 'done', 0),
    ticket('7711', 'new', 3),
    ticket('3001', 'ready', 1),
  ];
  expect(openAt(tickets)).toEqual({ count: 3, calls: ['3001', '4821', '7711'], more: 0 });
  expect(openAt([ticket('1022', 'done', 0)])).toEqual({ count: 0, calls: [], more: 0 });
});

it('many of them are named in part', () => {
  const tickets = Array.from({ length: 20 }, (_, index) => ticket(String(1_000 + index), 'making', index));
  expect(openAt(tickets)).toMatchObject({ count: 20, more: 12 });
});

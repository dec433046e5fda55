import { expect, it } from 'vitest';
import { suggestedMinutes } from './promise.ts';
import type { Ticket } from './ticket.ts';

const ticket = (units: number, lane: Ticket['lane'] = 'new', turn = 2) => ({ units, lane, turn }) as Ticket;
const pace = { secondsPerUnit: 60, stations: 2 };

it('promises by what is before it and by how quick the bar is', () => {
  const mine = ticket(2);
  expect(suggestedMinutes(mine, [mine], pace)).toBe(3);
  expect(suggestedMinutes(mine, [mine, ticket(10, 'making')], pace)).toBe(8);
  expect(suggestedMinutes(mine, [mine, ticket(10, 'new', 1), ticket(10, 'new', 3)], pace)).toBe(8);
  expect(suggestedMinutes(mine, [ticket(10, 'ready'), ticket(500, 'making')], pace)).toBe(60);
});

import { expect, it } from 'vitest';
import type { Ticket } from '../board/ticket.ts';
import { sumCups } from './cups.ts';

const line = (menuId: string, quantity: number, ...options: string[]) => ({
  menuId,
  quantity,
  name: { ko: menuId, en: menuId },
  options: options.map((id) => ({ id, name: { ko: id, en: id } })),
  units: quantity,
});
const ticket = (callNumber: string, status: string, turn: number, ...lines: unknown[]) =>
  ({ callNumber, status, turn, lines }) as unknown as Ticket;

it('adds up what is the same, whatever the order of its options', () => {
  const sums = sumCups([
    ticket('2', 'MAKING', 2, line('latte', 1, 'oat', 'ice')),
    ticket('1', 'RECEIVED', 1, line('latte', 2, 'ice', 'oat'), line('latte', 1, 'hot', 'oat')),
    ticket('3', 'MADE', 0, line('latte', 9, 'ice', 'oat')),
  ]);
  expect(sums.map(({ count, calls }) => [count, calls])).toEqual([
    [3, ['1', '2']],
    [1, ['1']],
  ]);
});

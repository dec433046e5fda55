import { expect, it } from 'vitest';
import { barsOf } from './bars.ts';

it('shows the quiet hours between the busy ones', () => {
  const bars = barsOf([
    { hour: 9, orders: 1 },
    { hour: 11, orders: 4 },
  ]);
  expect(bars).toEqual([
    { hour: 9, orders: 1, height: 0.25 },
    { hour: 10, orders: 0, height: 0 },
    { hour: 11, orders: 4, height: 1 },
  ]);
  expect(barsOf([])).toEqual([]);
});
it('goes on after midnight', () => {
  const bars = barsOf([
    { hour: 22, orders: 2 },
    { hour: 1, orders: 1 },
  ]);
  expect(bars.map(({ hour, orders }) => [hour, orders])).toEqual([
    [22, 2],
    [23, 0],
    [0, 0],
    [1, 1],
  ]);
});

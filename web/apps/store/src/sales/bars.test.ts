import { expect, it } from 'vitest';
import { barsOf } from './bars.ts';

it('shows the quiet hours between the busy ones', () => {
  const bars = barsOf([
    { hour: 11, orders: 4 },
    { hour: 9, orders: 1 },
  ]);
  expect(bars).toEqual([
    { hour: 9, orders: 1, height: 0.25 },
    { hour: 10, orders: 0, height: 0 },
    { hour: 11, orders: 4, height: 1 },
  ]);
  expect(barsOf([])).toEqual([]);
});

import { expect, test } from 'vitest';
import { worthTelling } from './rhythm.ts';

const start = { latitude: 37.5664, longitude: 126.9909 };
const metresNorth = (metres: number) => ({ ...start, latitude: start.latitude + metres / 111_195 });
const told = { place: start, at: 0 };

test('the first place is told at once', () => expect(worthTelling(undefined, start, 0, false)).toBe(true));

test.each([
  [14_000, 100, true, false, 'too soon'],
  [16_000, 10, true, false, 'hardly moved'],
  [16_000, 30, true, true, 'under way with drinks'],
  [16_000, 300, false, false, 'nothing in hand: too soon'],
  [61_000, 60, false, true, 'nothing in hand'],
  [600_000, 5, false, false, 'standing still'],
])('after %i ms and %i m (busy: %s): %s, %s', (ms, metres, busy, worth) => {
  expect(worthTelling(told, metresNorth(metres), ms, busy)).toBe(worth);
});

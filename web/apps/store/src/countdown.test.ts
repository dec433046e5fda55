import { expect, it } from 'vitest';
import { countdown, minutesToDaysEnd } from './countdown.ts';

it('ends with the business day, also when that is longer than a day, and never at once', () => {
  const businessDay = { name: '2026-10-31', begins: '2026-10-31T09:00:00.000Z', ends: '2026-11-01T10:00:00.000Z' };
  const left = (now: string) => minutesToDaysEnd({ businessDay }, Date.parse(now));
  expect(left('2026-10-31T09:00:00Z')).toBe(1_500);
  expect(left('2026-11-01T05:29:30Z')).toBe(271);
  expect(left('2026-11-01T10:00:01Z')).toBe(1);
});
it('counts seconds', () => {
  expect([59_001, 60_000, 754_000, 3_600_000].map(countdown)).toEqual(['1:00', '1:00', '12:34', '1:00:00']);
});

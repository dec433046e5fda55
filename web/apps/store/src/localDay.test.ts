import { expect, it } from 'vitest';
import { countdown, dayAfter, localDay, minutesToMidnight, nextMidnight } from './localDay.ts';

const seoul = { utcOffsetMinutes: 540 };
const evening = Date.parse('2026-11-23T14:30:00Z'); // 23:30 in Seoul

it('ends the day where the branch is', () => {
  expect(new Date(nextMidnight(seoul, evening)).toISOString()).toBe('2026-11-23T15:00:00.000Z');
  expect(minutesToMidnight(seoul, evening)).toBe(30);
  expect(localDay(seoul, Date.parse('2026-11-23T15:00:00Z'))).toBe('2026-11-24');
  expect(new Date(nextMidnight({ utcOffsetMinutes: -300 }, evening)).toISOString()).toBe('2026-11-24T05:00:00.000Z');
});
it('counts days and seconds', () => {
  expect(dayAfter('2026-11-30', 1)).toBe('2026-12-01');
  expect([59_001, 60_000, 754_000, 3_600_000].map(countdown)).toEqual(['1:00', '1:00', '12:34', '1:00:00']);
});

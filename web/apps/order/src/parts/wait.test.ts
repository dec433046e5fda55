import { expect, it } from 'vitest';
import { when } from './wait.ts';

const newYork = 'America/New_York';
const evening = Date.parse('2026-11-01T00:30:00Z'); // 20:30 in New York

it('says a time by the clock of the branch', () => {
  expect(when('2026-11-01T03:00:00Z', evening, 'en', newYork)).toBe('11:00 PM');
  expect(when('2026-11-01T03:00:00Z', evening, 'ko', newYork)).toBe('오후 11:00');
});
it('names the day if it is another one there', () => {
  expect(when('2026-11-01T13:00:00Z', evening, 'en', newYork)).toBe('1 Nov 8:00 AM');
  expect(when('2026-11-01T13:00:00Z', evening, 'en', 'Asia/Seoul')).toBe('10:00 PM');
});

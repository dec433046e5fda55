import { expect, test } from 'vitest';
import { clock, date, minutesUntil, money, phone, range, won } from './format.ts';
import { josa } from './josa.ts';

test('won is written as Korean shops write it, and as English readers expect it', () => {
  expect(won(4500, 'ko')).toBe('4,500원');
  expect(won(4500, 'en')).toBe('₩4,500');
  expect(won(-500, 'ko')).toBe('-500원');
  expect(won(0, 'ko')).toBe('0원');
  expect(money({ amount: 1234, currency: 'USD' }, 'en')).toBe('$12.34');
});

test('a time is the same in every runtime', () => {
  expect(clock('2026-11-23T16:07:00', 'ko')).toBe('오후 4:07');
  expect(clock('2026-11-23T00:30:00', 'ko')).toBe('오전 12:30');
  expect(clock('2026-11-23T12:00:00', 'en')).toBe('12:00 PM');
  expect(date('2026-11-03T09:00:00', 'ko')).toBe('11월 3일');
  expect(date('2026-11-03T09:00:00', 'en')).toBe('3 Nov');
});

test('minutes are rounded up and never below nothing', () => {
  const now = Date.parse('2026-11-23T10:00:00Z');
  expect(minutesUntil('2026-11-23T10:04:01Z', now)).toBe(5);
  expect(minutesUntil('2026-11-23T09:00:00Z', now)).toBe(0);
  expect(range(6, 9)).toBe('6–9');
  expect(range(7, 7)).toBe('7');
});

test('a phone number is grouped', () => {
  expect(phone('01012345678')).toBe('010-1234-5678');
  expect(phone('025550110')).toBe('02-555-0110');
});

test('a particle follows the sound before it', () => {
  expect(josa('라떼', '을/를')).toBe('라떼를');
  expect(josa('소금빵', '을/를')).toBe('소금빵을');
  expect(josa('A-12', '이/가')).toBe('A-12가');
  expect(josa('A-13', '은/는')).toBe('A-13은');
});

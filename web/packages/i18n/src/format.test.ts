import { expect, test } from 'vitest';
import {
  amountText,
  clock,
  clockSeconds,
  date,
  dateTime,
  dayAfter,
  dayName,
  minorDigits,
  minutesUntil,
  money,
  parseMoney,
  phone,
  range,
  unitOf,
  won,
} from './format.ts';
import { josa } from './josa.ts';

test('won is written as Korean shops write it, and as English readers expect it', () => {
  expect(won(4500, 'ko')).toBe('4,500원');
  expect(won(4500, 'en')).toBe('₩4,500');
  expect(won(-500, 'ko')).toBe('-500원');
  expect(won(0, 'ko')).toBe('0원');
  expect(money({ amount: 1234, currency: 'USD' }, 'en')).toBe('$12.34');
});

test('money is written and read in the minor units of its currency', () => {
  expect(['KRW', 'USD', 'KWD'].map(minorDigits)).toEqual([0, 2, 3]);
  expect(money({ amount: 450, currency: 'USD' }, 'en')).toBe('$4.50');
  expect(amountText({ amount: 450, currency: 'USD' })).toBe('4.50');
  expect(amountText({ amount: -500, currency: 'KRW' })).toBe('-500');
  expect(parseMoney('4.50', 'USD')).toEqual({ amount: 450, currency: 'USD' });
  expect(parseMoney(' 1,204.5 ', 'USD')).toEqual({ amount: 120_450, currency: 'USD' });
  expect(parseMoney('0.07', 'USD')?.amount).toBe(7);
  expect(parseMoney('4,500', 'KRW')).toEqual({ amount: 4_500, currency: 'KRW' });
  expect(parseMoney('-500', 'KRW')?.amount).toBe(-500);
  expect(Object.is(parseMoney('-0', 'KRW')?.amount, 0)).toBe(true);
  expect(parseMoney('1.2345', 'KWD')).toBeUndefined();
  for (const nonsense of ['', '4.5', '4,50', '1e3', 'free', '99999999999999999999']) {
    expect(parseMoney(nonsense, 'KRW'), nonsense).toBeUndefined();
  }
  for (const amount of [0, 1, 99, 100, 450, 123_456_789, -7]) {
    for (const currency of ['KRW', 'USD', 'KWD']) {
      expect(parseMoney(amountText({ amount, currency }), currency)).toEqual({ amount, currency });
    }
  }
  expect([unitOf('KRW', 'ko'), unitOf('KRW', 'en'), unitOf('USD', 'ko')]).toEqual(['원', 'won', 'USD']);
});

test('a time is the same in every runtime', () => {
  expect(clock('2026-11-23T16:07:00', 'ko')).toBe('오후 4:07');
  expect(clock('2026-11-23T00:30:00', 'ko')).toBe('오전 12:30');
  expect(clock('2026-11-23T12:00:00', 'en')).toBe('12:00 PM');
  expect(clockSeconds('2026-11-23T20:52:44', 'en')).toBe('8:52:44 PM');
  expect(clockSeconds('2026-11-23T20:52:04', 'ko')).toBe('오후 8:52:04');
  expect(date('2026-11-03T09:00:00', 'ko')).toBe('11월 3일');
  expect(date('2026-11-03T09:00:00', 'en')).toBe('3 Nov');
});

test('a time is that of the place where it happens, in winter and in summer', () => {
  expect(clock('2026-11-23T15:07:00Z', 'ko', 'Asia/Seoul')).toBe('오전 12:07');
  expect(dateTime('2026-11-23T15:07:00Z', 'en', 'Asia/Seoul')).toBe('24 Nov 12:07 AM');
  expect(clock('2026-07-01T16:30:00Z', 'en', 'America/New_York')).toBe('12:30 PM');
  expect(clock('2026-12-01T16:30:00Z', 'en', 'America/New_York')).toBe('11:30 AM');
  expect(clock('2026-11-01T05:30:00Z', 'en', 'America/New_York')).toBe('1:30 AM');
  expect(clock('2026-11-01T06:30:00Z', 'en', 'America/New_York')).toBe('1:30 AM');
  expect(clockSeconds('2026-03-08T07:00:01Z', 'ko', 'America/New_York')).toBe('오전 3:00:01');
  const here = clock('2026-07-01T16:30:00Z', 'en');
  expect(clock('2026-07-01T16:30:00Z', 'en', 'Mars/Base')).toBe(here);
});

test('the name of a day is the same everywhere', () => {
  expect(dayName('2026-11-03', 'ko')).toBe('11월 3일');
  expect(dayName('2026-11-03', 'en')).toBe('3 Nov');
  expect(dayAfter('2026-11-30', 1)).toBe('2026-12-01');
  expect(dayAfter('2026-03-08', -1)).toBe('2026-03-07');
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

import type { DeadLetter, Payment } from '@dangol/api';
import { describe, expect, it } from 'vitest';
import { type Attention, lettersBySubject, todosOf } from './todo.ts';

const now = Date.parse('2026-11-23T02:00:00.000Z');
const ago = (seconds: number) => new Date(now - seconds * 1_000).toISOString();
const attention = (orderId: string, seconds: number): Attention => ({
  orderId,
  cafeId: 'euljiro',
  cafeName: { ko: '을지로', en: 'Euljiro' },
  callNumber: '4821',
  kind: 'UNANSWERED',
  since: ago(seconds),
});
const payment = (orderId: string, status: Payment['status'], seconds: number): Payment => ({
  paymentId: orderId,
  orderId,
  customerId: 'c',
  cafeId: 'euljiro',
  totalPrice: { amount: 4_300, currency: 'KRW' },
  status,
  method: 'card',
  startedAt: ago(seconds),
  version: 1,
});
const letter = (subject: string, eventType: string, seconds: number): DeadLetter => ({
  source: 'order',
  subject,
  partition: 0,
  offset: 1,
  eventId: 'e',
  eventType,
  reason: 'why',
  attempts: 1,
  parkedAt: ago(seconds),
  data: '{}',
});

describe('what needs a hand', () => {
  it('is one list, the longest first, from whoever noticed it', () => {
    const letters = [{ context: 'mypage' as const, letters: [letter('o3', 'OrderPlaced', 300)] }];
    const todos = todosOf([attention('o1', 90)], [payment('o2', 'UNKNOWN', 600)], letters, [], now);
    expect(todos.map(({ kind }) => kind)).toEqual(['PAYMENT_UNKNOWN', 'DEAD_LETTERS', 'UNANSWERED']);
  });

  it('names an order once, although two know of its trouble', () => {
    const known = { ...attention('o1', 90), kind: 'PAYMENT_UNKNOWN' as const };
    expect(todosOf([known], [payment('o1', 'UNKNOWN', 90)], [], [], now)).toHaveLength(1);
  });

  it('does not bother anybody with a payment that has only just begun, or with a refund that goes its way', () => {
    const payments = [payment('o1', 'UNKNOWN', 5), payment('o2', 'REFUND_REQUESTED', 600)];
    expect(todosOf([], payments, [], [], now)).toEqual([]);
  });

  it('counts the dead letters of a subject together, by the one that failed', () => {
    const list = [letter('o1', 'OrderPlaced', 60), letter('o1', 'OrderCanceled', 30), letter('o2', 'OrderPlaced', 10)];
    const subjects = lettersBySubject([
      { context: 'mypage', letters: list },
      { context: 'cafe', letters: undefined },
    ]);
    expect(subjects.map(({ subject, count, eventType }) => [subject, count, eventType])).toEqual([
      ['o1', 2, 'OrderPlaced'],
      ['o2', 1, 'OrderPlaced'],
    ]);
  });
});

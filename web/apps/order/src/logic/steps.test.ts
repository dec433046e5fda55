import type { MyPage } from '@dangol/api';
import { describe, expect, it } from 'vitest';
import { asSeen, isLost, isOver, noteFrom, stepsOf } from './steps.ts';

const page = (orderStatus: MyPage['orderStatus'], fulfilment: 'pickup' | 'delivery' = 'pickup') =>
  ({ orderStatus, fulfilment, paidAt: '2026-11-23T01:02:04Z' }) as MyPage;
const shape = (of: MyPage) => stepsOf(of).map(({ name, state }) => `${name} ${state}`);

it('a note to a forced cancel is the operator’s, any other the café’s', () => {
  expect(noteFrom({ cancelReason: 'operator_decision' })).toBe('operator');
  expect(noteFrom({ cancelReason: 'sold_out' })).toBe('cafe');
  expect(noteFrom({})).toBe('cafe');
});

it('an order is over, with a drink or without one, or goes on', () => {
  const lost = ['PAYMENT_FAILED', 'EXPIRED', 'CANCELED', 'REJECTED', 'UNDELIVERED'] as const;
  const ended = ['UNCLAIMED', 'COMPLETED'] as const;
  const open = ['PAYMENT_PENDING', 'PLACED', 'CANCEL_REQUESTED', 'ACCEPTED', 'PREPARING', 'READY'] as const;
  for (const status of lost) expect([status, isLost(status), isOver(status)]).toEqual([status, true, true]);
  for (const status of ended) expect([status, isLost(status), isOver(status)]).toEqual([status, false, true]);
  for (const status of [...open, 'OUT_FOR_DELIVERY'] as const)
    expect([status, isLost(status), isOver(status)]).toEqual([status, false, false]);
});

it('an order whose payment is approved is shown as placed', () => {
  const pending = (paymentStatus: MyPage['paymentStatus']) => ({ ...page('PAYMENT_PENDING'), paymentStatus });
  expect(asSeen(pending('APPROVED')).orderStatus).toBe('PLACED');
  expect(asSeen(pending('PENDING')).orderStatus).toBe('PAYMENT_PENDING');
  expect(asSeen({ ...pending('APPROVED'), orderStatus: 'EXPIRED' }).orderStatus).toBe('EXPIRED');
});

describe('the steps of an order', () => {
  it('begin with the payment', () => {
    expect(shape(page('PAYMENT_PENDING'))[0]).toBe('paid now');
    expect(shape(page('PLACED')).slice(0, 2)).toEqual(['paid done', 'accepted now']);
  });
  it('go on while it is made, and also while a cancel is asked for', () => {
    const now = (of: MyPage) => stepsOf(of).find(({ state }) => state === 'now')?.name;
    expect(now(page('CANCEL_REQUESTED'))).toBe('accepted');
    expect(now(page('ACCEPTED'))).toBe('making');
    expect(now(page('PREPARING'))).toBe('making');
  });
  it('leave the pickup open of what was not collected', () => {
    expect(shape(page('UNCLAIMED')).slice(3)).toEqual(['ready done', 'collected now']);
  });
  it('say when each was done', () => {
    const times = { approvedAt: 'b', makingAt: 'c', madeAt: 'd', pickedUpAt: 'e', completedAt: 'f' };
    const at = (fulfilment: 'pickup' | 'delivery') =>
      stepsOf({ ...page('COMPLETED', fulfilment), paidAt: 'a', ...times }).map((step) => step.at);
    expect(at('pickup')).toEqual(['a', 'b', 'c', 'd', 'f']);
    expect(at('delivery')).toEqual(['a', 'b', 'c', 'e', 'f']);
  });
  it('end with the pickup', () => {
    expect(shape(page('READY')).slice(3)).toEqual(['ready done', 'collected now']);
    expect(shape(page('COMPLETED'))).toContain('collected done');
  });
  it('wait for the rider when it is a delivery', () => {
    expect(shape(page('READY', 'delivery')).slice(2)).toEqual(['making done', 'onTheWay now', 'delivered next']);
    expect(shape(page('OUT_FOR_DELIVERY', 'delivery'))[3]).toBe('onTheWay now');
  });
});

import type { Money, Payment } from '@dangol/api';
import { describe, expect, it } from 'vitest';
import { leftToRefund, possible } from './possible.ts';

const won = (amount: number): Money => ({ amount, currency: 'KRW' });
const payment = (status: Payment['status'], refunded?: number, refunding?: number) => ({
  status,
  totalPrice: won(11_800),
  ...(refunded === undefined ? {} : { refunded: won(refunded) }),
  ...(refunding === undefined ? {} : { refunding: won(refunding) }),
});
const paid = payment('PAID');

it('offers a forced cancel while the order is open, which refunds: never a refund that leaves the order standing', () => {
  expect(possible({ order: 'PLACED', payment: paid, ticket: 'MAKING' })).toEqual(['forceCancel']);
  expect(possible({ order: 'PAYMENT_PENDING', payment: payment('UNKNOWN') })).toEqual(['forceCancel']);
  expect(possible({ order: 'CANCEL_REQUESTED', payment: paid })).toEqual(['forceCancel']);
});

it('offers a refund of a completed order for as long as money is left', () => {
  const completed = { order: 'COMPLETED', ticket: 'HANDED_OVER' };
  expect(possible({ ...completed, payment: payment('SETTLED') })).toEqual(['refund']);
  expect(possible({ ...completed, payment: payment('SETTLED', 4_500) })).toEqual(['refund']);
  expect(possible({ ...completed, payment: payment('SETTLED', 11_800) })).toEqual([]);
});

it('ends what cannot be handed over, takes the drinks back, and can give the customer money', () => {
  const way = { order: 'PLACED', payment: paid, ticket: 'HANDED_OVER', fulfilment: 'delivery' };
  expect(possible({ ...way, delivery: 'PICKED_UP' })).toEqual(['confirm', 'fail', 'forceCancel']);
  expect(possible({ ...way, delivery: 'CLAIMED' })).not.toContain('fail');
  const failed = { ...way, order: 'UNDELIVERED', ticket: 'RETURNING', delivery: 'RETURNING' };
  expect(possible({ ...failed, payment: payment('SETTLED') })).toEqual(['takeBack', 'refund']);
});

it('offers one refund at a time', () => {
  expect(possible({ order: 'COMPLETED', payment: payment('SETTLED', 0, 4_500) })).toEqual([]);
});

it('offers nothing when all has ended', () => {
  expect(possible({ order: 'CANCELED', payment: payment('REFUNDED', 11_800), ticket: 'VOID' })).toEqual([]);
});

describe('what is left to refund', () => {
  it('is what was paid without what went back and what is on its way', () => {
    expect(leftToRefund(payment('SETTLED'))).toEqual(won(11_800));
    expect(leftToRefund(payment('SETTLED', 4_500))).toEqual(won(7_300));
    expect(leftToRefund(payment('SETTLED', 4_500, 300))).toEqual(won(7_000));
  });
});

it('lets drinks be handed over that wait for a customer, not those that wait for a rider', () => {
  const made = { order: 'PLACED', payment: paid, ticket: 'MADE' };
  expect(possible({ ...made, fulfilment: 'pickup' })).toContain('handOver');
  expect(possible({ ...made, fulfilment: 'delivery' })).not.toContain('handOver');
});

it('takes a delivery from a rider before it is picked up, and ends it afterwards', () => {
  const delivery = { order: 'PLACED', payment: paid, ticket: 'MADE', fulfilment: 'delivery' };
  expect(possible({ ...delivery, delivery: 'CLAIMED' })).toContain('release');
  expect(possible({ ...delivery, delivery: 'PICKED_UP' })).toContain('confirm');
  expect(possible({ ...delivery, delivery: 'PICKED_UP' })).not.toContain('release');
});

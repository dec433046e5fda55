import type { MyPage } from '@dangol/api';
import { describe, expect, it } from 'vitest';
import { isLost, isOver, noteFrom, stepsOf } from './steps.ts';

const page = (orderStatus: MyPage['orderStatus'], fulfilment: 'pickup' | 'delivery' = 'pickup') =>
  ({ orderStatus, fulfilment, paidAt: '2026-11-23T01:02:04Z' }) as MyPage;
const shape = (of: MyPage) => stepsOf(of).map(({ name, state }) => `${name} ${state}`);

it('a note to a forced cancel is the operator’s, any other the café’s', () => {
  expect(noteFrom({ cancelReason: 'operator_decision' })).toBe('operator');
  expect(noteFrom({ cancelReason: 'sold_out' })).toBe('cafe');
  expect(noteFrom({})).toBe('cafe');
});

it('an order that could not be delivered is over, without a drink', () => {
  expect(isLost('UNDELIVERED')).toBe(true);
  expect(isOver('UNDELIVERED')).toBe(true);
});

describe('the steps of an order', () => {
  it('begin with the payment', () => {
    expect(shape(page('PAYMENT_PENDING'))[0]).toBe('paid now');
    expect(shape(page('PLACED')).slice(0, 2)).toEqual(['paid done', 'accepted now']);
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

import type { CafeOrder } from '@dangol/api';
import { expect, it } from 'vitest';
import { applyFrame, newest } from './frames.ts';

const order = { orderId: 'o1', status: 'APPROVED', version: 3, orderDate: '2026-11-23T01:00:00Z' } as CafeOrder;

it('adds a new order once', () => {
  const added = applyFrame([], 'CafeOrderAdded', { orderId: 'o1', version: 1 });
  expect(added).toMatchObject([{ orderId: 'o1', status: 'RECEIVED' }]);
  expect(applyFrame([order], 'CafeOrderAdded', { orderId: 'o1', version: 1 })).toEqual([order]);
});
it('moves a ticket on, with its times', () => {
  const frame = { orderId: 'o1', version: 4, startedAt: '2026-11-23T01:04:00Z' };
  expect(applyFrame([order], 'MakeStarted', frame)).toMatchObject([
    { status: 'MAKING', version: 4, startedAt: '2026-11-23T01:04:00Z' },
  ]);
});
it('tells drinks that came back from those that never will', () => {
  const coming = { ...order, status: 'RETURNING' } as CafeOrder;
  expect(applyFrame([order], 'ReturnExpected', { orderId: 'o1', version: 4 })).toMatchObject([{ status: 'RETURNING' }]);
  const back = (lost: boolean) => applyFrame([coming], 'DrinksReturned', { orderId: 'o1', version: 5, lost });
  expect(back(false)).toMatchObject([{ status: 'RETURNED' }]);
  expect(back(true)).toMatchObject([{ status: 'LOST' }]);
});
it('never goes backwards', () => {
  expect(applyFrame([order], 'CafeOrderAdded', { orderId: 'o1', version: 1 })).toEqual([order]);
  expect(applyFrame([order], 'OrderRejected', { orderId: 'o1', version: 2 })).toEqual([order]);
  expect(newest([{ ...order, version: 2, status: 'RECEIVED' }], [order])).toEqual([order]);
});
it('asks for the list when it hears of a ticket that it does not know', () => {
  expect(applyFrame([], 'MakeStarted', { orderId: 'o9', version: 4 })).toBeUndefined();
});

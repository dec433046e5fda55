import { expect, it } from 'vitest';
import { possible } from './possible.ts';

it('offers a cancel and a refund while the order is open and paid', () => {
  expect(possible({ order: 'PLACED', payment: 'PAID', ticket: 'MAKING' })).toEqual(['refund', 'forceCancel']);
});

it('offers nothing when all has ended', () => {
  expect(possible({ order: 'COMPLETED', payment: 'SETTLED', ticket: 'HANDED_OVER' })).toEqual([]);
  expect(possible({ order: 'CANCELED', payment: 'REFUNDED', ticket: 'VOID' })).toEqual([]);
});

it('lets drinks be handed over that wait for a customer, not those that wait for a rider', () => {
  const made = { order: 'PLACED', payment: 'PAID', ticket: 'MADE' };
  expect(possible({ ...made, fulfilment: 'pickup' })).toContain('handOver');
  expect(possible({ ...made, fulfilment: 'delivery' })).not.toContain('handOver');
});

it('takes a delivery from a rider before it is picked up, and ends it afterwards', () => {
  const delivery = { order: 'PLACED', payment: 'PAID', ticket: 'MADE', fulfilment: 'delivery' };
  expect(possible({ ...delivery, delivery: 'CLAIMED' })).toContain('release');
  expect(possible({ ...delivery, delivery: 'PICKED_UP' })).toContain('confirm');
  expect(possible({ ...delivery, delivery: 'PICKED_UP' })).not.toContain('release');
});

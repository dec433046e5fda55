import type { CafeOrder, Pending } from '@dangol/api';
import { describe, expect, it } from 'vitest';
import { lanesOf, lateness, nextStep, withTaps } from './ticket.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 1, minute)).toISOString();
const now = (minute: number) => Date.parse(at(minute));
const order = (change: Partial<CafeOrder> = {}): CafeOrder => ({
  orderId: 'o1',
  cafeId: 'euljiro',
  customerId: 'c1',
  callNumber: '4821',
  status: 'RECEIVED',
  lines: [],
  qty: 1,
  units: 1,
  note: '',
  fulfilment: 'pickup',
  turn: 0,
  orderDate: at(0),
  version: 1,
  ...change,
});
const tap = (label: string, body: unknown = {}): Pending => ({
  key: label,
  path: `/cafeOrders/o1/${label}`,
  body,
  subject: 'o1',
  label,
  tappedAt: now(1),
  sendAt: now(1) + 5_000,
});

describe('taps over what the server has said', () => {
  it('shows the state as it will be, and the promise', () => {
    const [ticket] = withTaps([order()], [tap('approve', { readyInMinutes: 7 })]);
    expect(ticket).toMatchObject({ status: 'APPROVED', lane: 'making', promisedAt: at(8) });
    expect(ticket?.tap?.label).toBe('approve');
  });
  it('keeps a ticket in its lane for as long as its end can be taken back', () => {
    const [rejected] = withTaps([order()], [tap('reject'), tap('soldOut')]);
    expect(rejected).toMatchObject({ status: 'REJECTED', lane: 'new' });
    const [handed] = withTaps([order({ status: 'MADE' })], [tap('handOver')]);
    expect(handed).toMatchObject({ status: 'HANDED_OVER', lane: 'ready' });
  });
  it('leaves other tickets alone', () => {
    const [other] = withTaps([order({ orderId: 'o2' })], [tap('approve')]);
    expect(other).toMatchObject({ status: 'RECEIVED', lane: 'new' });
    expect(other?.tap).toBeUndefined();
  });
});

it('puts the oldest first, and of the ended ones the newest', () => {
  const orders = [
    order({ orderId: 'late', turn: 3 }),
    order({ orderId: 'early', turn: 1, orderDate: at(5) }),
    order({ orderId: 'made-early', status: 'HANDED_OVER', turn: 1 }),
    order({ orderId: 'made-late', status: 'VOID', turn: 2 }),
  ];
  const lanes = lanesOf(withTaps(orders, []));
  expect(lanes.new.map(({ orderId }) => orderId)).toEqual(['early', 'late']);
  expect(lanes.done.map(({ orderId }) => orderId)).toEqual(['made-late', 'made-early']);
});

describe('lateness', () => {
  it('counts from the order until somebody has promised something', () => {
    expect([4, 5, 7, 8].map((minute) => lateness(order(), now(minute)))).toEqual(['fine', 'soon', 'soon', 'late']);
  });
  it('goes by the promise then', () => {
    const promised = order({ status: 'APPROVED', promisedAt: at(15) });
    expect([8, 12, 13, 15].map((minute) => lateness(promised, now(minute)))).toEqual(['fine', 'fine', 'soon', 'late']);
  });
  it('is over when the ticket is: nothing more can be late', () => {
    for (const status of ['HANDED_OVER', 'REJECTED', 'ABORTED', 'VOID', 'NOT_COLLECTED'] as const) {
      const ended = order({ status, promisedAt: at(5), madeAt: at(4) });
      expect(lateness(ended, now(50)), status).toBe('fine');
    }
    const [handed] = withTaps([order({ status: 'MADE', promisedAt: at(5) })], [tap('handOver')]);
    expect(handed && lateness(handed, now(50))).toBe('fine');
  });
  it('does not blame the bar for a drink that is made', () => {
    expect(lateness(order({ status: 'MADE', madeAt: at(3) }), now(50))).toBe('fine');
    expect(lateness(order({ status: 'MADE', madeAt: at(3), fulfilment: 'delivery' }), now(9))).toBe('soon');
  });
});

it('keeps what comes back beside what is ready until it is there', () => {
  const [coming] = withTaps([order({ status: 'RETURNING', fulfilment: 'delivery', promisedAt: at(5) })], []);
  expect(coming).toMatchObject({ lane: 'ready' });
  expect(coming && nextStep(coming)).toBe('takeBack');
  expect(coming && lateness(coming, now(50))).toBe('fine');
  const [back] = withTaps([order({ status: 'RETURNING' })], [tap('takeBack')]);
  expect(back).toMatchObject({ status: 'RETURNED', lane: 'ready' });
});

it('leaves a delivery that is made to its rider', () => {
  expect(nextStep(order({ status: 'MADE' }))).toBe('handOver');
  expect(nextStep(order({ status: 'MADE', fulfilment: 'delivery' }))).toBeUndefined();
  expect(nextStep(order({ status: 'NOT_COLLECTED' }))).toBe('handOver');
});

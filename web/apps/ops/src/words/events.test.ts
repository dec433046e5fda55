import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Told, words } from './events.ts';

const root = `${process.cwd()}/..`;
/** What the contexts publish, by the contract that the server is tested against. */
const contract = readFileSync(`${root}/api/asyncapi.yaml`, 'utf8');
const published = [...contract.matchAll(/^ {4}(\w+):\n {6}name: \1$/gm)].map(([, name]) => name ?? '');
const isOfOrders = (name: string) =>
  new RegExp(`^ {4}${name}:\\n( {6}.*\\n)* {6}required: \\[orderId`, 'm').test(contract);
const kinds = /MessageKind: (.*);/.exec(readFileSync('packages/api/src/schema.d.ts', 'utf8'))?.[1] ?? '';
const messages = [...kinds.matchAll(/"(\w+)"/g)].map(([, kind]) => kind ?? '');

const told: Told = {
  amount: '4,500원',
  other: '',
  reason: '',
  note: '',
  rider: '라이더',
  minutes: '0',
  tries: '1',
  message: '',
  channel: '',
  to: '',
  collected: true,
  byLease: false,
  method: '',
  pickedUp: false,
  total: '',
  borneBy: '',
  returning: false,
  lost: false,
  byCustomer: true,
};

describe.each(['ko', 'en'] as const)('the story of an order (%s)', (language) => {
  const { events, messages: said } = words[language];

  it('has a sentence for every published event, and for the private ones of payments', () => {
    const names = published.filter(isOfOrders);
    expect(names.length).toBeGreaterThan(30);
    const mute = [...names, 'LossBooked'].filter((name) => !(name in events));
    expect(mute).toEqual([]);
  });
  it('has a name for every message', () => {
    expect(messages.length).toBeGreaterThan(15);
    expect(messages.filter((kind) => !(kind in said))).toEqual([]);
  });
  it('says that the rider brings back what had been picked up', () => {
    const { DeliveryCanceled } = events;
    expect(DeliveryCanceled({ ...told, pickedUp: true })).not.toBe(DeliveryCanceled(told));
  });
  it('says how a failed delivery ends for the drinks and for the customer', () => {
    const { DeliveryFailed, DrinksReturned, OrderUndelivered } = events;
    expect(DeliveryFailed({ ...told, returning: true })).not.toBe(DeliveryFailed(told));
    expect(DrinksReturned({ ...told, lost: true })).not.toBe(DrinksReturned(told));
    expect(OrderUndelivered({ ...told, byCustomer: false })).not.toBe(OrderUndelivered(told));
  });
  it('says who bears a refund, and how much has gone back by now', () => {
    expect(events.RefundRequested({ ...told, borneBy: 'X' })).toContain('X');
    expect(events.PaymentCanceled({ ...told, total: 'Y' })).toContain('Y');
    expect(events.PaymentCanceled(told)).not.toContain('·');
  });
});

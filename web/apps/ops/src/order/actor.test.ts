import { expect, it } from 'vitest';
import { actorOf, isAutomatic, personOf } from './actor.ts';
import type { Moment, Origin } from './story.ts';

function moment(origin: Origin, source: string, type: string, actor = ''): Moment {
  const place = {
    id: 'e',
    subject: 'o',
    time: '',
    version: 1,
    position: 1,
    correlationId: 'o',
    causationId: 'c',
    actor,
    data: '{}',
  };
  return { key: 'c', cause: 'c', origin, at: '', steps: [{ event: { ...place, source, type }, data: {}, depth: 0 }] };
}

it('names whose doing it was', () => {
  expect(actorOf(moment('request', 'order', 'OrderRequested'))).toBe('customer');
  expect(actorOf(moment('request', 'order', 'OrderCancelRequested'))).toBe('customer');
  expect(actorOf(moment('request', 'cafe', 'OrderApproved'))).toBe('cafe');
  expect(actorOf(moment('request', 'delivery', 'DeliveryClaimed'))).toBe('rider');
  expect(actorOf(moment('outside', 'payment', 'Paid'))).toBe('provider');
  expect(actorOf(moment('deadline', 'order', 'OrderUnanswered'))).toBe('clock');
});

it('knows the operator by what only an operator does', () => {
  expect(actorOf(moment('request', 'order', 'OrderCanceled'))).toBe('operator');
  expect(actorOf(moment('request', 'payment', 'RefundRequested'))).toBe('operator');
});

it('names the person whom the event names', () => {
  expect(personOf(moment('request', 'cafe', 'OrderApproved', 'staff:06dq'))).toBe('staff:06dq');
  expect(personOf(moment('deadline', 'order', 'OrderUnanswered'))).toBe('');
  expect(personOf({ ...moment('request', 'cafe', 'OrderApproved'), steps: [] })).toBe('');
});

it('tells what happened by itself from what somebody did', () => {
  expect(isAutomatic(moment('request', 'cafe', 'OrderApproved', 'staff:06dq'))).toBe(false);
  expect(isAutomatic(moment('outside', 'payment', 'Paid'))).toBe(true);
  expect(isAutomatic(moment('deadline', 'order', 'OrderUnanswered'))).toBe(true);
  expect(isAutomatic(moment('retry', 'cafe', 'CafeOrderAdded'))).toBe(true);
});

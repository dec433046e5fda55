import { expect, it } from 'vitest';
import { alarmOf } from './alarm.ts';
import type { Ticket } from './ticket.ts';

const ticket = (orderId: string, change: Partial<Ticket> = {}) =>
  ({ orderId, lane: 'new', orderDate: '1970-01-01T00:00:00Z', ...change }) as Ticket;
const none = new Set<string>();
const heard = new Map([['a', 1_000]]);

it('sounds for what nobody has touched', () => {
  const tickets = [ticket('a'), ticket('b', { tap: {} as never }), ticket('c', { lane: 'making' })];
  expect(alarmOf(tickets, none, heard, 2_000)).toMatchObject({ waiting: 1, sounding: 1 });
});
it('is silent for the silenced ones only', () => {
  const silenced = new Set(['a']);
  expect(alarmOf([ticket('a')], silenced, heard, 2_000)).toMatchObject({ waiting: 1, sounding: 0 });
  expect(alarmOf([ticket('a'), ticket('b')], silenced, heard, 2_000)).toMatchObject({ waiting: 2, sounding: 1 });
});
it('grows louder after half a minute', () => {
  const before = alarmOf([ticket('a')], none, heard, 30_999).loudness;
  expect(alarmOf([ticket('a')], none, heard, 31_000).loudness).toBeGreaterThan(before);
});
it('is urgent after a minute, silenced or not', () => {
  const silenced = new Set(['a']);
  expect([59_999, 60_000].map((now) => alarmOf([ticket('a')], silenced, heard, now).urgent)).toEqual([false, true]);
});

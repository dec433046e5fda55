import type { Delivery, Pending } from '@dangol/api';
import { expect, test } from 'vitest';
import { jobOf, jobToShow, patienceMs, type Tap } from './steps.ts';

const now = 1_000_000;
const delivery = (id: string, status: Delivery['status']): Delivery => ({
  deliveryId: id,
  orderId: id,
  cafeId: 'euljiro',
  status,
  fee: { amount: 3000, currency: 'KRW' },
  qty: 2,
  cafe: { name: { ko: '을지로점', en: 'Euljiro' }, place: { latitude: 37.5, longitude: 127 } },
  area: { latitude: 37.5, longitude: 127 },
  ready: true,
  version: 3,
});
const tap = (subject: string, label: Tap, ago = 0): Pending => ({
  key: `${subject} ${label}`,
  path: '',
  body: {},
  subject,
  label,
  tappedAt: now - ago,
  sendAt: 0,
});

test('what the server knows, and what was tapped since', () => {
  expect(jobOf(delivery('a', 'CLAIMED'), [], now).step).toBe('shop');
  expect(jobOf(delivery('a', 'CLAIMED'), [tap('b', 'start')], now).step).toBe('shop');
  expect(jobOf(delivery('a', 'CLAIMED'), [tap('a', 'start')], now).step).toBe('door');
  expect(jobOf(delivery('a', 'PICKED_UP'), [], now).step).toBe('door');
  expect(jobOf(delivery('a', 'DELIVERED'), [], now).step).toBe('done');
});

test('a PIN is waited for a moment, then the rider goes on', () => {
  const picked = delivery('a', 'PICKED_UP');
  expect(jobOf(picked, [tap('a', 'confirm')], now)).toMatchObject({ step: 'door', checking: true });
  expect(jobOf(picked, [tap('a', 'confirm', patienceMs)], now)).toMatchObject({ step: 'done', checking: false });
});

test('a whole delivery without a network is done', () => {
  const taps = [tap('a', 'start', 60_000), tap('a', 'confirm', 5_000)];
  expect(jobOf(delivery('a', 'CLAIMED'), taps, now).step).toBe('done');
});

test('what is on board goes before what is still in the shop, unless another was chosen', () => {
  const jobs = [delivery('shop', 'CLAIMED'), delivery('door', 'PICKED_UP')].map((one) => jobOf(one, [], now));
  expect(jobToShow(jobs, undefined)?.delivery.deliveryId).toBe('door');
  expect(jobToShow(jobs, 'shop')?.delivery.deliveryId).toBe('shop');
  expect(jobToShow(jobs, 'long gone')?.delivery.deliveryId).toBe('door');
  expect(jobToShow(jobs.slice(0, 1), undefined)?.delivery.deliveryId).toBe('shop');
});

test('nothing is shown of what is done', () => {
  const done = jobOf(delivery('a', 'PICKED_UP'), [tap('a', 'confirm', patienceMs)], now);
  expect(jobToShow([done], 'a')).toBeUndefined();
});

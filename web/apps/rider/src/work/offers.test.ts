import type { OfferFrame } from '@dangol/api';
import { expect, test } from 'vitest';
import { offersAfter, type StepFrame } from './offers.ts';

const offer = (deliveryId: string, distanceMetres: number, version = 2): OfferFrame => ({
  deliveryId,
  cafeId: 'euljiro',
  status: 'OFFERED',
  fee: { amount: 3000, currency: 'KRW' },
  qty: 2,
  cafe: { name: { ko: '을지로점', en: 'Euljiro' }, place: { latitude: 37.5, longitude: 127 } },
  area: { latitude: 37.5, longitude: 127 },
  distanceMetres,
  version,
});
const taken = (deliveryId: string, version: number): StepFrame => ({
  deliveryId,
  cafeId: 'euljiro',
  status: 'CLAIMED',
  mine: false,
  version,
});
const ids = (offers: readonly { deliveryId: string }[]) => offers.map((one) => one.deliveryId);

test('a new offer takes its place, the nearest first', () => {
  const offers = offersAfter(offersAfter([], offer('far', 900)), offer('near', 200));
  expect(ids(offers)).toEqual(['near', 'far']);
});

test('what another rider has is gone', () => {
  const offers = offersAfter(offersAfter([], offer('a', 200)), taken('a', 3));
  expect(offers).toEqual([]);
});

test('an older frame brings nothing back, and takes nothing away', () => {
  const offers = offersAfter([], offer('a', 200, 5));
  expect(ids(offersAfter(offers, taken('a', 3)))).toEqual(['a']);
  expect(offersAfter(offers, offer('a', 700, 4))[0]?.distanceMetres).toBe(200);
});

test('a wider search does not forget that the drinks are ready', () => {
  const [known] = offersAfter([], offer('a', 200));
  const offers = offersAfter(known ? [{ ...known, ready: true }] : [], offer('a', 200, 3));
  expect(offers[0]).toMatchObject({ ready: true, version: 3 });
});

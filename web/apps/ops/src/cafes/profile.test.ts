import type { Cafe } from '@dangol/api';
import { expect, it } from 'vitest';
import { blank, faultsOf, profileOf, typedOf } from './profile.ts';

const cafe: Cafe = {
  id: 'euljiro',
  name: { ko: '단골 을지로점', en: 'Dangol Euljiro' },
  address: '서울 중구 을지로 110',
  place: { latitude: 37.56642, longitude: 126.99087 },
  phone: '02-555-0110',
  utcOffsetMinutes: 480,
  secondsPerUnit: 75,
  stations: 3,
  delivery: { offered: true, fee: { amount: 3_500, currency: 'KRW' }, radiusMetres: 3_000 },
  state: 'OPEN',
  openNow: true,
  hours: [],
};

it('sends back what it was given when nothing was typed', () => {
  const { id, state, openNow, hours, ...profile } = cafe;
  expect(profileOf(typedOf(cafe), cafe)).toEqual(profile);
});

it('takes the delivery fee in the units that people write', () => {
  const dollars = { ...cafe, delivery: { ...cafe.delivery, fee: { amount: 450, currency: 'USD' } } };
  expect(typedOf(dollars).fee).toBe('4.50');
  expect(profileOf({ ...typedOf(dollars), fee: '5.25' }, dollars).delivery?.fee).toEqual({
    amount: 525,
    currency: 'USD',
  });
  expect(faultsOf({ ...typedOf(cafe), fee: '4.5' }, cafe)).toEqual({ fee: 'notMoney' });
  expect(faultsOf({ ...typedOf(cafe), fee: '-1' }, cafe)).toEqual({ fee: 'notMoney' });
});

it('says what is missing, and what is not a number', () => {
  expect(faultsOf(typedOf(cafe))).toEqual({});
  expect(faultsOf({ ...blank, nameKo: ' ', nameEn: 'A', address: 'B', latitude: '37,5', longitude: '127' })).toEqual({
    nameKo: 'required',
    latitude: 'notNumber',
  });
});

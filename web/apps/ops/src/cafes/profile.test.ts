import type { Cafe } from '@dangol/api';
import { expect, it } from 'vitest';
import { blank, faultsOf, profileOf, timeZones, typedOf } from './profile.ts';

const cafe: Cafe = {
  id: 'euljiro',
  name: { ko: '단골 을지로점', en: 'Dangol Euljiro' },
  address: '서울 중구 을지로 110',
  place: { latitude: 37.56642, longitude: 126.99087 },
  phone: '02-555-0110',
  timeZone: 'America/New_York',
  businessDayStarts: 330,
  secondsPerUnit: 75,
  stations: 3,
  delivery: { offered: true, fee: { amount: 3_500, currency: 'KRW' }, radiusMetres: 3_000 },
  state: 'OPEN',
  openNow: true,
  businessDay: { name: '2026-11-23', begins: '2026-11-23T10:30:00.000Z', ends: '2026-11-24T10:30:00.000Z' },
  hours: [],
};

it('sends back what it was given when nothing was typed', () => {
  const { id, state, openNow, businessDay, hours, ...profile } = cafe;
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

it('takes the cut-off of the business day as a time of day', () => {
  expect(typedOf(cafe).dayStarts).toBe('05:30');
  expect(profileOf({ ...typedOf(cafe), dayStarts: '00:00' }, cafe).businessDayStarts).toBe(0);
  expect(faultsOf({ ...typedOf(cafe), dayStarts: '' }, cafe)).toEqual({ dayStarts: 'required' });
});

it('offers time zones by name', () => {
  expect(timeZones).toContain('America/New_York');
});

it('says what is missing, and what is not a number', () => {
  expect(faultsOf(typedOf(cafe))).toEqual({});
  expect(faultsOf({ ...blank, nameKo: ' ', nameEn: 'A', address: 'B', latitude: '37,5', longitude: '127' })).toEqual({
    nameKo: 'required',
    timeZone: 'required',
    latitude: 'notNumber',
  });
});

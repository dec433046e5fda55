// A branch's profile as it is typed, and as it is sent.
import type { Body, Cafe } from '@dangol/api';
import { amountText, parseMoney } from '@dangol/i18n';

export interface Typed {
  id: string;
  nameKo: string;
  nameEn: string;
  address: string;
  phone: string;
  latitude: string;
  longitude: string;
  secondsPerUnit: string;
  stations: string;
  offers: boolean;
  fee: string;
  radius: string;
}

export const blank: Typed = {
  id: '',
  nameKo: '',
  nameEn: '',
  address: '',
  phone: '',
  latitude: '',
  longitude: '',
  secondsPerUnit: '60',
  stations: '2',
  offers: true,
  fee: '3000',
  radius: '2500',
};

export function typedOf(cafe: Cafe): Typed {
  return {
    id: cafe.id,
    nameKo: cafe.name.ko,
    nameEn: cafe.name.en,
    address: cafe.address,
    phone: cafe.phone,
    latitude: String(cafe.place.latitude),
    longitude: String(cafe.place.longitude),
    secondsPerUnit: String(cafe.secondsPerUnit),
    stations: String(cafe.stations),
    offers: cafe.delivery.offered,
    fee: amountText(cafe.delivery.fee),
    radius: String(cafe.delivery.radiusMetres),
  };
}

export type Fault = 'required' | 'notNumber' | 'notMoney';
export type Faults = Partial<Record<keyof Typed, Fault>>;

const needed = ['nameKo', 'nameEn', 'address'] as const;
const numbers = ['latitude', 'longitude', 'secondsPerUnit', 'stations', 'radius'] as const;

export const currencyOf = (before: Cafe | undefined): string => before?.delivery.fee.currency ?? 'KRW';

/** Only what would make no sense to send; the server knows the limits, and says them. */
export function faultsOf(typed: Typed, before?: Cafe): Faults {
  const faults: Faults = {};
  for (const name of needed) if (!typed[name].trim()) faults[name] = 'required';
  for (const name of numbers) {
    const text = typed[name].trim();
    if (!text) faults[name] = 'required';
    else if (!Number.isFinite(Number(text))) faults[name] = 'notNumber';
  }
  const fee = parseMoney(typed.fee, currencyOf(before));
  if (!typed.fee.trim()) faults.fee = 'required';
  else if (!fee || fee.amount < 0) faults.fee = 'notMoney';
  return faults;
}

export function profileOf(typed: Typed, before?: Cafe): Body<'CafeProfileRequest'> {
  return {
    name: { ko: typed.nameKo.trim(), en: typed.nameEn.trim() },
    address: typed.address.trim(),
    place: { latitude: Number(typed.latitude), longitude: Number(typed.longitude) },
    phone: typed.phone.trim(),
    utcOffsetMinutes: before?.utcOffsetMinutes ?? 540,
    secondsPerUnit: Number(typed.secondsPerUnit),
    stations: Number(typed.stations),
    delivery: {
      offered: typed.offers,
      fee: parseMoney(typed.fee, currencyOf(before)) ?? { amount: 0, currency: currencyOf(before) },
      radiusMetres: Number(typed.radius),
    },
  };
}

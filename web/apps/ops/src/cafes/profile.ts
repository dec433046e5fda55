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
  timeZone: string;
  dayStarts: string; // "05:00", as a time input has it
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
  timeZone: '',
  dayStarts: '05:00',
  secondsPerUnit: '60',
  stations: '2',
  offers: true,
  fee: '3000',
  radius: '2500',
};

const two = (value: number): string => String(value).padStart(2, '0');
const timeOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  return hours && minutes ? Number(hours) * 60 + Number(minutes) : undefined;
}

/** What the browser knows; the server has the last word. Older browsers know none to offer. */
export const timeZones: readonly string[] = Intl.supportedValuesOf?.('timeZone') ?? [];
/** A new branch is most likely where the operator is. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function typedOf(cafe: Cafe): Typed {
  return {
    id: cafe.id,
    nameKo: cafe.name.ko,
    nameEn: cafe.name.en,
    address: cafe.address,
    phone: cafe.phone,
    latitude: String(cafe.place.latitude),
    longitude: String(cafe.place.longitude),
    timeZone: cafe.timeZone,
    dayStarts: timeOf(cafe.businessDayStarts),
    secondsPerUnit: String(cafe.secondsPerUnit),
    stations: String(cafe.stations),
    offers: cafe.delivery.offered,
    fee: amountText(cafe.delivery.fee),
    radius: String(cafe.delivery.radiusMetres),
  };
}

export type Fault = 'required' | 'notNumber' | 'notMoney';
export type Faults = Partial<Record<keyof Typed, Fault>>;

const needed = ['nameKo', 'nameEn', 'address', 'timeZone'] as const;
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
  if (minutesOf(typed.dayStarts) === undefined) faults.dayStarts = 'required';
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
    timeZone: typed.timeZone.trim(),
    businessDayStarts: minutesOf(typed.dayStarts) ?? 0,
    secondsPerUnit: Number(typed.secondsPerUnit),
    stations: Number(typed.stations),
    delivery: {
      offered: typed.offers,
      fee: parseMoney(typed.fee, currencyOf(before)) ?? { amount: 0, currency: currencyOf(before) },
      radiusMetres: Number(typed.radius),
    },
  };
}

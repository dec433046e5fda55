// How figures are written, and money read. Node and the browsers disagree about Korean times, and Intl writes won as no Korean shop does.
import type { Language } from './language.ts';

export interface Money {
  amount: number;
  currency: string;
}

const groups = new Intl.NumberFormat('en-US');
export const number = (value: number): string => groups.format(value);

/** "4,500원", "₩4,500" */
export function won(amount: number, language: Language): string {
  const sign = amount < 0 ? '-' : '';
  const digits = number(Math.abs(amount));
  return language === 'ko' ? `${sign}${digits}원` : `${sign}₩${digits}`;
}

const formatOf = (currency: string, language: Language) =>
  new Intl.NumberFormat(language, { style: 'currency', currency });

/** Amounts are whole minor units: none of a won, two digits of a dollar, three of a dinar. */
export const minorDigits = (currency: string): number =>
  formatOf(currency, 'en').resolvedOptions().maximumFractionDigits ?? 2;

export function money(value: Money, language: Language): string {
  if (value.currency === 'KRW') return won(value.amount, language);
  return formatOf(value.currency, language).format(value.amount / 10 ** minorDigits(value.currency));
}

/** As it stands in a field to be changed: "4500", "4.50". */
export function amountText({ amount, currency }: Money): string {
  return (amount / 10 ** minorDigits(currency)).toFixed(minorDigits(currency));
}

/** What a person typed, "4,500" or "4.5"; undefined if it is no amount of this currency, such as half a won. */
export function parseMoney(text: string, currency: string): Money | undefined {
  const typed = /^([-−]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/.exec(text.trim());
  const [, sign, whole = '', fraction = ''] = typed ?? [];
  const digits = minorDigits(currency);
  if (!typed || fraction.length > digits) return undefined;
  const amount = Number(whole.replaceAll(',', '') + fraction.padEnd(digits, '0'));
  if (!Number.isSafeInteger(amount)) return undefined;
  return { amount: sign && amount > 0 ? -amount : amount, currency };
}

/** What stands beside the name of a field for money: "원", "USD". */
export function unitOf(currency: string, language: Language): string {
  if (currency === 'KRW') return language === 'ko' ? '원' : 'won';
  return currency;
}

type When = string | number | Date;

interface Wall {
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const walls = new Map<string | undefined, Intl.DateTimeFormat>();
const wallOf = (timeZone: string | undefined) =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

function wallFor(zone: string | undefined): Intl.DateTimeFormat {
  const known = walls.get(zone);
  if (known) return known;
  let made: Intl.DateTimeFormat;
  try {
    made = wallOf(zone);
  } catch {
    made = wallOf(undefined); // an old browser that does not know the zone: its own is the best guess
  }
  walls.set(zone, made);
  return made;
}

/** What calendar and clock show in the time zone; without one, where the device is. */
function wall(when: When, zone: string | undefined): Wall {
  const parts = wallFor(zone).formatToParts(new Date(when));
  const part = (type: keyof Wall) => Number(parts.find((one) => one.type === type)?.value);
  return {
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

function clockText(time: string, hour: number, language: Language): string {
  const afternoon = hour >= 12;
  if (language === 'ko') return `${afternoon ? '오후' : '오전'} ${time}`;
  return `${time} ${afternoon ? 'PM' : 'AM'}`;
}

/** "오후 4:17", "4:17 PM". `zone`: where it happens, "Asia/Seoul"; without one, where the device is. */
export function clock(when: When, language: Language, zone?: string): string {
  const { hour, minute } = wall(when, zone);
  return clockText(`${hour % 12 || 12}:${two(minute)}`, hour, language);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "오후 4:17:09", "4:17:09 PM" */
export function clockSeconds(when: When, language: Language, zone?: string): string {
  const { hour, minute, second } = wall(when, zone);
  return clockText(`${hour % 12 || 12}:${two(minute)}:${two(second)}`, hour, language);
}

const dateText = (month: number, day: number, language: Language): string =>
  language === 'ko' ? `${month}월 ${day}일` : `${day} ${months[month - 1] ?? ''}`;

/** "11월 23일", "23 Nov" */
export function date(when: When, language: Language, zone?: string): string {
  const { month, day } = wall(when, zone);
  return dateText(month, day, language);
}

/** A day by its name, "2026-11-23", which is the same everywhere: "11월 23일", "23 Nov" */
export function dayName(name: string, language: Language): string {
  const [, month = 0, day = 0] = name.split('-').map(Number);
  return dateText(month, day, language);
}

/** `dayAfter("2026-11-30", 1)` → "2026-12-01" */
export function dayAfter(name: string, days: number): string {
  return new Date(Date.parse(`${name}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function dateTime(when: When, language: Language, zone?: string): string {
  return `${date(when, language, zone)} ${clock(when, language, zone)}`;
}

/** Whole minutes from now, never below 0. */
export function minutesUntil(when: When, now: number): number {
  return Math.max(0, Math.ceil((new Date(when).getTime() - now) / 60_000));
}

/** "7", "6–9": minutes as a range, which says honestly that it is an estimate. */
export function range(low: number, high: number): string {
  return low === high ? String(low) : `${low}–${high}`;
}

/** "01012345678" → "010-1234-5678" */
export function phone(digits: string): string {
  return digits.replace(/^(02|\d{3})(\d{3,4})(\d{4})$/, '$1-$2-$3');
}

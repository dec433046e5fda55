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

/** "오후 4:17", "4:17 PM" */
export function clock(when: When, language: Language): string {
  const at = new Date(when);
  const minutes = String(at.getMinutes()).padStart(2, '0');
  const time = `${at.getHours() % 12 || 12}:${minutes}`;
  const afternoon = at.getHours() >= 12;
  if (language === 'ko') return `${afternoon ? '오후' : '오전'} ${time}`;
  return `${time} ${afternoon ? 'PM' : 'AM'}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "오후 4:17:09", "4:17:09 PM" */
export function clockSeconds(when: When, language: Language): string {
  const seconds = String(new Date(when).getSeconds()).padStart(2, '0');
  return clock(when, language).replace(/(:\d{2})/, `$1:${seconds}`);
}

/** "11월 23일", "23 Nov" */
export function date(when: When, language: Language): string {
  const at = new Date(when);
  return language === 'ko'
    ? `${at.getMonth() + 1}월 ${at.getDate()}일`
    : `${at.getDate()} ${months[at.getMonth()] ?? ''}`;
}

export function dateTime(when: When, language: Language): string {
  return `${date(when, language)} ${clock(when, language)}`;
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

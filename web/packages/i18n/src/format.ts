// How figures are written. Node and the browsers disagree about Korean times, and Intl writes won as no Korean shop does.
import type { Language } from './language.ts';

interface Money {
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

export function money(value: Money, language: Language): string {
  if (value.currency === 'KRW') return won(value.amount, language);
  const format = new Intl.NumberFormat(language, { style: 'currency', currency: value.currency });
  return format.format(value.amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
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

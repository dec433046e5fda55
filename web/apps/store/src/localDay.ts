// The day of the branch, wherever the tablet thinks it is.
import type { Cafe } from '@dangol/api';

const dayMs = 86_400_000;
type Where = Pick<Cafe, 'utcOffsetMinutes'>;

const shifted = (cafe: Where, now: number) => now + cafe.utcOffsetMinutes * 60_000;

export function nextMidnight(cafe: Where, now: number): number {
  const local = shifted(cafe, now);
  return now + dayMs - (((local % dayMs) + dayMs) % dayMs);
}

export const minutesToMidnight = (cafe: Where, now: number): number =>
  Math.max(1, Math.ceil((nextMidnight(cafe, now) - now) / 60_000));

/** "2026-11-23" */
export const localDay = (cafe: Where, now: number): string => new Date(shifted(cafe, now)).toISOString().slice(0, 10);

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** "12:05" of what is left. */
export function countdown(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes % 60)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

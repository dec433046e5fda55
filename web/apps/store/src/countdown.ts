// Time that is left.
import type { Cafe } from '@dangol/api';

/** A whole minute more than too little: what is said to last today must not end before the day does. */
export const minutesToDaysEnd = (cafe: Pick<Cafe, 'businessDay'>, now: number): number =>
  Math.max(1, Math.ceil((Date.parse(cafe.businessDay.ends) - now) / 60_000));

/** "12:05" of what is left. */
export function countdown(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes % 60)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

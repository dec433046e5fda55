// How often a rider's location is sent: often enough for waiting customers, rarely enough for the battery.
import type { Place } from '@dangol/api';
import { metresBetween } from './place.ts';

export interface Told {
  place: Place;
  at: number; // ms since the epoch
}

const busyRhythm = { ms: 15_000, metres: 20 };
const idleRhythm = { ms: 60_000, metres: 50 };

/** Nothing is sent while standing still; more often with drinks on board. */
export function worthTelling(last: Told | undefined, place: Place, now: number, busy: boolean): boolean {
  if (!last) return true;
  const { ms, metres } = busy ? busyRhythm : idleRhythm;
  return now - last.at >= ms && metresBetween(last.place, place) >= metres;
}

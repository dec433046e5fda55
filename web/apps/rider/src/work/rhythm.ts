// How often a rider's place is told: enough for those who wait, not so often that the battery pays for it.
import type { Place } from '@dangol/api';
import { metresBetween } from './place.ts';

export interface Told {
  place: Place;
  at: number; // ms since the epoch
}

const busyRhythm = { ms: 15_000, metres: 20 };
const idleRhythm = { ms: 60_000, metres: 50 };

/** Somebody who stands still tells nothing; with drinks on board twice as often is not enough. */
export function worthTelling(last: Told | undefined, place: Place, now: number, busy: boolean): boolean {
  if (!last) return true;
  const { ms, metres } = busy ? busyRhythm : idleRhythm;
  return now - last.at >= ms && metresBetween(last.place, place) >= metres;
}

// When a branch that is closed opens again.
import type { Cafe } from '@dangol/api';

const dayMinutes = 1_440;
const minuteMs = 60_000;

/** The next time by its hours, as milliseconds since the epoch; undefined if the hours do not say. */
export function nextOpening(cafe: Pick<Cafe, 'hours' | 'utcOffsetMinutes'>, now: number): number | undefined {
  const local = Math.floor(now / minuteMs) + cafe.utcOffsetMinutes;
  const today = Math.floor(local / dayMinutes);
  const candidates = cafe.hours.flatMap(({ weekday, opens }) =>
    Array.from({ length: 8 }, (_, ahead) => today + ahead)
      .filter((day) => (day + 3) % 7 === weekday) // 1 January 1970 was a Thursday; 0 is Monday
      .map((day) => day * dayMinutes + opens)
      .filter((at) => at > local),
  );
  if (candidates.length === 0) return undefined;
  return (Math.min(...candidates) - cafe.utcOffsetMinutes) * minuteMs;
}

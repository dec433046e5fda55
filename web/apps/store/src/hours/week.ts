// Opening hours as a week of days, each with its spans. A span that closes before it opens runs into the next day.
import type { OpeningHours } from '@dangol/api';

export interface Span {
  opens: string; // "07:30", as a time input has it
  closes: string;
}
export type Week = readonly (readonly Span[])[];

const dayMinutes = 1_440;
const latestClose = 1_800;
export const usual: Span = { opens: '08:00', closes: '22:00' };

const toTime = (minutes: number): string => {
  const ofDay = minutes % dayMinutes;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
};
const toMinutes = (time: string): number => {
  const [hours = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

export function weekOf(hours: readonly OpeningHours[]): Week {
  return Array.from({ length: 7 }, (_, weekday) =>
    hours
      .filter((span) => span.weekday === weekday)
      .sort((a, b) => a.opens - b.opens)
      .map(({ opens, closes }) => ({ opens: toTime(opens), closes: toTime(closes) })),
  );
}

export const runsIntoNextDay = ({ opens, closes }: Span): boolean => toMinutes(closes) <= toMinutes(opens);

function closing(span: Span): number {
  const closes = toMinutes(span.closes);
  return runsIntoNextDay(span) ? closes + dayMinutes : closes;
}

export const isPossible = (span: Span): boolean => {
  const closes = closing(span);
  return Number.isFinite(toMinutes(span.opens)) && Number.isFinite(closes) && closes <= latestClose;
};

export function hoursOf(week: Week): OpeningHours[] {
  return week.flatMap((spans, weekday) =>
    spans.map((span) => ({ weekday, opens: toMinutes(span.opens), closes: closing(span) })),
  );
}

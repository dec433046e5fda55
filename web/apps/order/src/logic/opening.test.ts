import { describe, expect, it } from 'vitest';
import { nextOpening } from './opening.ts';

const seoul = 540;
// A Monday, 10:02 in Seoul.
const monday = Date.parse('2026-11-23T01:02:03Z');
const cafe = (...hours: [weekday: number, opens: number][]) => ({
  utcOffsetMinutes: seoul,
  hours: hours.map(([weekday, opens]) => ({ weekday, opens, closes: 1_320 })),
});

describe('when it opens again', () => {
  it('is later today', () => {
    expect(nextOpening(cafe([0, 690]), monday)).toBe(Date.parse('2026-11-23T02:30:00Z'));
  });
  it('is the next day that has hours', () => {
    expect(nextOpening(cafe([0, 450], [2, 450]), monday)).toBe(Date.parse('2026-11-24T22:30:00Z'));
  });
  it('is in a week when this is the only day', () => {
    expect(nextOpening(cafe([0, 450]), monday)).toBe(Date.parse('2026-11-29T22:30:00Z'));
  });
  it('is not known without hours', () => {
    expect(nextOpening(cafe(), monday)).toBeUndefined();
  });
});

// Where things are: how far, in which direction, and where they come to lie on a small drawing.
import type { Place } from '@dangol/api';

const earthMetres = 6_371_000;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** As the crow flies. */
export function metresBetween(a: Place, b: Place): number {
  const { east, north } = offset(a, b);
  return Math.hypot(east, north);
}

/** How many metres `to` lies east and north of `from`; good within a town. */
function offset(from: Place, to: Place): { east: number; north: number } {
  const middle = radians((from.latitude + to.latitude) / 2);
  return {
    east: radians(to.longitude - from.longitude) * Math.cos(middle) * earthMetres,
    north: radians(to.latitude - from.latitude) * earthMetres,
  };
}

export const directions = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Direction = (typeof directions)[number];

export function directionOf(from: Place, to: Place): Direction {
  const { east, north } = offset(from, to);
  const eighth = Math.round(Math.atan2(east, north) / (Math.PI / 4));
  return directions[(eighth + 8) % 8] ?? 'n';
}

/** "300 m", "1.2 km": no finer than anybody knows it. */
export function distanceText(metres: number): string {
  if (metres < 950) return `${Math.max(50, Math.round(metres / 50) * 50)} m`;
  return `${(metres / 1000).toFixed(1)} km`;
}

export interface Drawing {
  points: { x: number; y: number }[];
  metresPerUnit: number;
}

/** All places on a drawing of that size, north up, the same scale both ways, `margin` kept free at each edge. */
export function drawingOf(places: readonly Place[], width: number, height: number, margin: number): Drawing {
  const origin = places[0];
  if (!origin) return { points: [], metresPerUnit: 1 };
  const offsets = places.map((place) => offset(origin, place));
  const range = (values: number[]) => [Math.min(...values), Math.max(...values)] as const;
  const [west, east] = range(offsets.map((one) => one.east));
  const [south, north] = range(offsets.map((one) => one.north));
  const metresPerUnit = Math.max(
    (east - west) / (width - 2 * margin),
    (north - south) / (height - 2 * margin),
    1, // two places at the same door are one place, not a division by zero
  );
  const points = offsets.map((one) => ({
    x: width / 2 + (one.east - (east + west) / 2) / metresPerUnit,
    y: height / 2 - (one.north - (north + south) / 2) / metresPerUnit,
  }));
  return { points, metresPerUnit };
}

import { expect, test } from 'vitest';
import { directionOf, distanceText, drawingOf, metresBetween } from './place.ts';

const cafe = { latitude: 37.56642, longitude: 126.99087 };
const door = { latitude: 37.57012, longitude: 126.98345 };

test('a distance within a town', () => {
  expect(metresBetween(cafe, cafe)).toBe(0);
  expect(metresBetween(cafe, door)).toBeGreaterThan(760);
  expect(metresBetween(cafe, door)).toBeLessThan(780);
});

test.each([
  [{ latitude: 37.6, longitude: 126.99087 }, 'n'],
  [{ latitude: 37.56642, longitude: 127.1 }, 'e'],
  [{ latitude: 37.5, longitude: 126.99087 }, 's'],
  [{ latitude: 37.56642, longitude: 126.9 }, 'w'],
  [door, 'nw'],
] as const)('the direction to %o is %s', (to, direction) => {
  expect(directionOf(cafe, to)).toBe(direction);
});

test('a distance is no finer than anybody knows it', () => {
  expect(distanceText(12)).toBe('50 m');
  expect(distanceText(312)).toBe('300 m');
  expect(distanceText(949)).toBe('950 m');
  expect(distanceText(960)).toBe('1.0 km');
  expect(distanceText(2_349)).toBe('2.3 km');
});

test('a drawing keeps everything inside its margins, north up', () => {
  const { points } = drawingOf([cafe, door, { latitude: 37.58, longitude: 127.01 }], 320, 132, 32);
  for (const { x, y } of points) {
    expect(x).toBeGreaterThanOrEqual(31.99);
    expect(x).toBeLessThanOrEqual(288.01);
    expect(y).toBeGreaterThanOrEqual(31.99);
    expect(y).toBeLessThanOrEqual(100.01);
  }
  expect(points[1]?.y).toBeLessThan(points[0]?.y ?? 0);
  expect(points[1]?.x).toBeLessThan(points[0]?.x ?? 0);
});

test('two places at the same door are drawn on one spot', () => {
  expect(drawingOf([cafe, cafe], 320, 132, 32).points).toEqual([
    { x: 160, y: 66 },
    { x: 160, y: 66 },
  ]);
});

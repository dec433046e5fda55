// What goes into and onto a drink.
import { circle, d, dots, ellipse, path, placed, ring, rows, soft, stroke } from './sheet.mjs';

function square(x, y, half, turn, dx = 0) {
  const [c, s] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const corner = (u, v) =>
    d`${Math.round(x + (u + dx) * c - (v + dx) * s)} ${Math.round(y + (u + dx) * s + (v + dx) * c)}`;
  return `M${corner(-half, -half)}L${corner(half, -half)}L${corner(half, half)}L${corner(-half, half)}Z`;
}

/** Ice cubes 'x,y,size,turn …': soft blocks, each with a lit face. */
export const ice = (cubes, opacity = 0.42) => [
  soft(
    rows(cubes)
      .map(([x, y, size, turn]) => square(x, y, size / 2 - 4, turn))
      .join(''),
    '#fff',
    8,
    opacity,
  ),
  soft(
    rows(cubes)
      .map(([x, y, size, turn]) => square(x, y, size * 0.25 - 2, turn, -size * 0.09))
      .join(''),
    '#fff',
    5,
    opacity,
  ),
];

/** A slice of citrus, cut across. */
export const citrus = (x, y, r, [rind, pith, flesh], turn = 0) =>
  placed(
    x,
    y,
    turn,
    r / 20,
    circle(0, 0, 19, pith),
    ring(0, 0, 19, 19, rind, 2.2),
    circle(0, 0, 15, flesh),
    stroke('M0-15V15M-15 0H15M-11-11L11 11M11-11L-11 11', pith, 1.7),
  );

export const fruits = {
  lemon: ['#f2c230', '#fff6cf', '#fbdc57'],
  lime: ['#5f9a3a', '#eef6cf', '#a9d05c'],
  greenTangerine: ['#4f8f4a', '#eef3c6', '#d6d65a'],
  grapefruit: ['#f0a03f', '#ffe7d2', '#ee6a5c'],
  orange: ['#ee8a1e', '#fff0cf', '#f9a63a'],
  yuja: ['#edb92c', '#fff7d6', '#f7d664'],
};

export const leaf = (x, y, length, turn, colour = '#5f9a4c', vein = '#3f7a38') =>
  placed(
    x,
    y,
    turn,
    length / 20,
    path('M0 0C5-8.4 15-7.2 20 0C15 7.2 5 8.4 0 0Z', colour),
    stroke('M2 0H16', vein, 1.4, 0.7),
  );

export const mint = (x, y, size = 20) => [
  leaf(x, y, size, -160),
  leaf(x, y, size, -20),
  leaf(x, y, size, -88, '#82bf66'),
];

export const straw = (x, y, toX, toY, colour, light = '#fff') => [
  stroke(d`M${x} ${y}L${toX} ${toY}`, colour, 7),
  stroke(d`M${x - 1.6} ${y - 1}L${toX - 1.6} ${toY + 1}`, light, 2, 0.5),
];

export const bean = (x, y, size, turn) =>
  placed(
    x,
    y,
    turn,
    1,
    ellipse(0, 0, size, size * 0.68, '#5a3019'),
    ellipse(-size * 0.15, -size * 0.2, size * 0.7, size * 0.35, '#7d4a2a'),
    stroke(d`M${-size * 0.8} 0q${size * 0.8} ${-size * 0.4} ${size * 1.6} 0`, '#33190b', 1.8),
  );

export const bubbles = (places, colour = '#fff', opacity = 0.55) => dots(places, 4.4, colour, opacity);

/** A heart poured in milk, lying on the surface. */
export const heart = (x, y, scale = 1, milk = '#fff3df', line = '#c98f55') =>
  placed(
    x,
    y,
    0,
    scale,
    path('M0 11C-14 8-31 2-27-6C-23-13-6-11 0-5C6-11 23-13 27-6C31 2 14 8 0 11Z', milk),
    stroke('M-16-4C-13-7-5-5 0-1C5-5 13-7 16-4', line, 1.8, 0.7),
  );

/** Cream stirred into a drink, lying on the surface. */
export const swirl = (x, y, scale, colour, opacity) =>
  placed(
    x,
    y,
    0,
    scale,
    stroke('M-37 2A37 13 0 0 1 35-1A31 10 0 0 1-24 3A20 7 0 0 1 20 0A13 5 0 0 1-9 2', colour, 4, opacity),
  );

/** A fern poured in milk. */
export const rosetta = (x, y, scale = 1, milk = '#fff3df') =>
  placed(
    x,
    y,
    0,
    scale,
    stroke(
      'M-33 1C-22 9-9 9 0 11C9 9 22 9 33 1M-30-5C-18 3-7 3 0 5C7 3 18 3 30-5M-22-9C-13-3-6-3 0-1C6-3 13-3 22-9',
      milk,
      3.6,
    ),
    path('M0-12C-7-15-13-11-9-8C-6-6-2-5 0-4C2-5 6-6 9-8C13-11 7-15 0-12Z', milk),
    stroke('M0-6V11', milk, 2),
  );

export const strawberry = (x, y, size, turn = 0) =>
  placed(
    x,
    y,
    turn,
    size / 20,
    path('M0 20C-10 16-18 4-15-5C-12-12-4-10 0-9C4-10 12-12 15-5C18 4 10 16 0 20Z', '#dd3b44'),
    path('M-11-6C-14 2-9 10-5 13C-9 4-8-3-5-8Z', '#f2757a'),
    stroke('M4-2h0M9 2h0M3 6h0M-4 1h0M7 8h0M-2 12h0', '#ffd9a8', 2),
    path('M0-7C-6-4-10-7-12-10C-7-10-6-13 0-13C6-13 7-10 12-10C10-7 6-4 0-7Z', '#5f9a4c'),
  );

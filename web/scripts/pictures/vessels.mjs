// What drinks and cakes are served in. Each returns the shapes from back to front.
import { d, ellipse, path, ring, stroke } from './sheet.mjs';

export const ceramics = {
  white: ['#fffdf8', '#f6ebdd', '#d8c3ac'],
  cream: ['#fff6e4', '#f3dfbf', '#cfae84'],
  clay: ['#d98b62', '#bd6a43', '#8c452a'],
  sage: ['#dce6cd', '#b4c79f', '#7f9870'],
  celadon: ['#d6e8de', '#a8cdbc', '#729f8d'],
  indigo: ['#6d86ab', '#4a648d', '#2d4167'],
  charcoal: ['#6b6560', '#47413d', '#2a2623'],
  rose: ['#f7d5cd', '#e6aca2', '#bd7a72'],
  mustard: ['#f2c76b', '#dca43e', '#a97422'],
};

export const shadow = (cx, cy, rx, ry = rx * 0.2) => ellipse(cx, cy, rx, ry, '#3b2416', 0.2);

/** Soft curls above a hot drink. */
export const steam = (cx, y, scale = 1) => [
  stroke(
    d`M${cx - 15} ${y}c-8-${9 * scale} 8-${15 * scale} 0-${26 * scale}M${cx + 20} ${y}c-8-${9 * scale} 8-${15 * scale} 0-${25 * scale}`,
    '#fff',
    5,
    0.5,
  ),
  stroke(d`M${cx + 3} ${y - 2}c-9-${12 * scale} 9-${20 * scale} 0-${36 * scale}`, '#fff', 5, 0.7),
];

/** Light through the wall of a glass, from left to right. */
const shine = [
  [0, '#fff', 0.45],
  [0.3, '#fff', 0],
  [1, '#3b1d0c', 0.22],
];

/**
 * A straight glass, seen a little from above.
 * `liquid` are the colours from the surface down, `level` the height of the surface below the rim,
 * `under` is drawn in the liquid, `over` on its surface, `front` before the glass.
 */
export function glass(
  sheet,
  {
    cx = 100,
    top = 40,
    bottom = 172,
    wide = 41,
    narrow = 32,
    level = 16,
    liquid,
    surface,
    under = [],
    over = [],
    front = [],
    back = [],
    base = 9,
  },
) {
  const half = (y) => wide + ((narrow - wide) * (y - top)) / (bottom - top);
  const surfaceAt = top + level;
  const floor = bottom - base;
  const side = half(surfaceAt) - 4;
  const foot = half(floor) - 4;
  const wall = (front) =>
    d`M${cx - wide} ${top}L${cx - narrow} ${bottom}A${narrow} ${narrow * 0.2} 0 0 0 ${cx + narrow} ${bottom}L${cx + wide} ${top}A${wide} ${wide * 0.2} 0 0 ${front} ${cx - wide} ${top}Z`;
  const filled = d`M${cx - side} ${surfaceAt}L${cx - foot} ${floor}A${foot} ${foot * 0.2} 0 0 0 ${cx + foot} ${floor}L${cx + side} ${surfaceAt}Z`;
  return [
    shadow(cx + 8, bottom + 3, narrow + 16),
    back,
    path(wall(0), '#fff', 0.42),
    path(filled, sheet.down(...liquid)),
    under.length ? sheet.inside(filled, under) : [],
    ellipse(cx, surfaceAt, side, side * 0.2, surface),
    over,
    path(wall(1), sheet.across(...shine)),
    stroke(d`M${cx - wide + 11} ${top + 20}L${cx - narrow + 8.5} ${bottom - 22}`, '#fff', 5, 0.6),
    ring(cx, top, wide - 1, wide * 0.2 - 0.5, '#fff', 2.4, 0.85),
    front,
  ];
}

/** A round ceramic mug with a handle: `surface` its drink, `art` drawn on it. */
export function mug(
  sheet,
  { cx = 94, y = 82, rx = 55, ry = 21, glaze = ceramics.white, surface, edge, art = [], saucer, tall = 80 },
) {
  const [light, middle, shade] = glaze;
  const b = y + tall;
  return [
    saucer ? saucerUnder(sheet, cx, b, saucer) : shadow(cx + 8, b + 3, rx + 10),
    stroke(d`M${cx + rx - 6} ${y + 20}c34-10 34 42-8 42`, shade, 12),
    stroke(d`M${cx + rx - 6} ${y + 18}c32-9 32 38-8 40`, middle, 9),
    path(
      d`M${cx - rx} ${y}C${cx - rx} ${y + tall * 0.6} ${cx - rx + 8} ${b - 4} ${cx - rx * 0.58} ${b}Q${cx} ${b + 11} ${cx + rx * 0.58} ${b}C${cx + rx - 8} ${b - 4} ${cx + rx} ${y + tall * 0.6} ${cx + rx} ${y}Z`,
      sheet.across(light, [0.45, middle], shade),
    ),
    drinkIn(sheet, { cx, y, rx, ry, light, shade, surface, edge, art }),
  ];
}

/** A low tea cup on a saucer. */
export function cup(
  sheet,
  {
    cx = 96,
    y = 90,
    rx = 58,
    ry = 22,
    glaze = ceramics.white,
    saucer = glaze,
    surface,
    edge,
    art = [],
    handle = true,
    tall = 60,
  },
) {
  const [light, middle, shade] = glaze;
  const b = y + tall;
  return [
    saucerUnder(sheet, cx, b, saucer),
    handle && stroke(d`M${cx + rx - 5} ${y + 12}c32-8 26 32-13 28`, shade, 9),
    handle && stroke(d`M${cx + rx - 5} ${y + 10.5}c30-7 24 29-13 26`, middle, 6),
    path(
      d`M${cx - rx} ${y}C${cx - rx} ${y + tall * 0.72} ${cx - 32} ${b - 7} ${cx - 25} ${b}Q${cx} ${b + 9} ${cx + 25} ${b}C${cx + 32} ${b - 7} ${cx + rx} ${y + tall * 0.72} ${cx + rx} ${y}Z`,
      sheet.across(light, [0.45, middle], shade),
    ),
    drinkIn(sheet, { cx, y, rx, ry, light, shade, surface, edge, art }),
  ];
}

function drinkIn(_sheet, { cx, y, rx, ry, light, shade, surface, edge, art }) {
  return [
    ellipse(cx, y, rx, ry, light),
    ellipse(cx, y + 1, rx - 4, ry - 3, shade),
    ellipse(cx, y + 3, rx - 6.5, ry - 5.5, edge ?? surface),
    edge ? ellipse(cx, y + 3.5, rx - 9, ry - 7, surface) : [],
    art,
  ];
}

export function saucerUnder(sheet, cx, y, [light, middle, shade]) {
  return [
    shadow(cx + 5, y + 11, 80, 17),
    ellipse(cx, y + 5, 77, 20, shade),
    ellipse(cx, y + 2, 77, 20, sheet.across(light, middle)),
    ellipse(cx + 2, y + 3, 46, 10.5, shade, 0.45),
  ];
}

/** A glass cup with a handle, for teas whose colour is worth seeing. */
export function glassCup(
  sheet,
  {
    cx = 94,
    y = 70,
    rx = 52,
    ry = 18,
    tall = 90,
    level = 16,
    liquid,
    surface,
    under = [],
    over = [],
    front = [],
    saucer,
  },
) {
  const b = y + tall;
  const body = (inset, from) =>
    d`M${cx - rx + inset} ${from}C${cx - rx + inset} ${b - 26} ${cx - rx + 8 + inset} ${b - inset - 2} ${cx - rx * 0.5} ${b - inset}Q${cx} ${b + 8 - inset} ${cx + rx * 0.5} ${b - inset}C${cx + rx - 8 - inset} ${b - inset - 2} ${cx + rx - inset} ${b - 26} ${cx + rx - inset} ${from}Z`;
  const wall = (front) => body(0, y).replace('Z', d`A${rx} ${ry} 0 0 ${front} ${cx - rx} ${y}Z`);
  const filled = body(5, y + level);
  return [
    saucer ? saucerUnder(sheet, cx, b, saucer) : shadow(cx + 8, b + 3, rx + 8),
    stroke(d`M${cx + rx - 4} ${y + 24}c34-9 32 42-6 40`, '#fff', 9, 0.6),
    path(wall(0), '#fff', 0.4),
    path(filled, sheet.down(...liquid)),
    under.length ? sheet.inside(filled, under) : [],
    ellipse(cx, y + level, rx - 5, ry - 3.5, surface),
    over,
    path(wall(1), sheet.across(...shine)),
    stroke(d`M${cx - rx + 11} ${y + 24}q1 ${tall * 0.3} 8 ${tall * 0.5}`, '#fff', 5, 0.65),
    ring(cx, y, rx - 1, ry - 0.5, '#fff', 2.4, 0.85),
    front,
  ];
}

export function plate(sheet, { cx = 100, y = 146, rx = 86, ry = 32, glaze = ceramics.white } = {}) {
  const [light, middle, shade] = glaze;
  return [
    shadow(cx + 4, y + 12, rx, ry),
    ellipse(cx, y + 5, rx, ry, shade),
    ellipse(cx, y, rx, ry, sheet.across(light, middle)),
    ellipse(cx, y + 2, rx * 0.72, ry * 0.66, shade, 0.35),
    ellipse(cx, y + 4, rx * 0.7, ry * 0.62, middle),
  ];
}

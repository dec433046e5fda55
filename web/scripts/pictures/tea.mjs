// Tea, and what Korea calls tea.
import { citrus, fruits, ice, leaf, swirl } from './garnish.mjs';
import { circle, d, dots, ellipse, path, placed, rect, stroke } from './sheet.mjs';
import { ceramics, cup, glassCup, mug, shadow, steam } from './vessels.mjs';

const moss = ['#e8eddb', '#cbd6b6', '#acba94'];
const honey = ['#fbf0d2', '#eed9a4', '#d8bd80'];
const earth = ['#eee0d0', '#d9c0a4', '#bd9f80'];
const berry = ['#f8e0de', '#e8bfbc', '#cf9d9b'];
const mist = ['#e4e9ec', '#c5d0d6', '#a6b4bc'];

const pineNut = (x, y, turn) =>
  placed(
    x,
    y,
    turn,
    1,
    path('M-6 0C-4-4.5 3-4.5 7 0C3 4-4 4-6 0Z', '#f6dfa8'),
    path('M-4-1C-2-3 2-3 5-1C2-1-1-1-4-1Z', '#fff4d2'),
  );
const jujube = (x, y) =>
  placed(x, y, 0, 1, circle(0, 0, 6, '#8c2a1c'), circle(0, 0, 4.2, '#d8874a'), circle(0, 0, 1.8, '#7a2a16'));

export const ssanghwa = (sheet) =>
  sheet.finished(earth, [
    steam(98, 48, 0.8),
    mugless(sheet, {
      cx: 100,
      y: 84,
      rx: 66,
      ry: 32,
      tall: 76,
      glaze: ceramics.charcoal,
      surface: '#3a1a0c',
      edge: '#5c2f17',
    }),
    ellipse(98, 88, 23, 12, '#6b3517', 0.6),
    ellipse(97, 85, 20, 11.5, sheet.round('#ffd35c', '#f5a21c', '#d97a0c')),
    ellipse(91, 81, 7, 3, '#fff2b8', 0.9),
    jujube(132, 90),
    jujube(124, 98),
    pineNut(68, 90, 20),
    pineNut(76, 98, -24),
    pineNut(70, 80, -40),
    dots('112,100 98,103 60,86 136,82', 4, '#c9974f'),
  ]);

/** A wide bowl without a handle. */
function mugless(sheet, { cx, y, rx, ry, tall, glaze: [light, middle, shade], surface, edge }) {
  const b = y + tall;
  return [
    shadow(cx + 6, b + 5, rx * 0.8),
    path(
      d`M${cx - rx} ${y}C${cx - rx} ${y + tall * 0.7} ${cx - rx * 0.5} ${b - 6} ${cx - rx * 0.45} ${b}Q${cx} ${b + 12} ${cx + rx * 0.45} ${b}C${cx + rx * 0.5} ${b - 6} ${cx + rx} ${y + tall * 0.7} ${cx + rx} ${y}Z`,
      sheet.across(light, [0.45, middle], shade),
    ),
    ellipse(cx, y, rx, ry, light),
    ellipse(cx, y + 1, rx - 4, ry - 3, shade),
    ellipse(cx, y + 4, rx - 8, ry - 7, edge),
    ellipse(cx, y + 5, rx - 11, ry - 9, surface),
  ];
}

export const yujaTea = (sheet) =>
  sheet.finished(honey, [
    glassCup(sheet, {
      cx: 86,
      y: 66,
      tall: 96,
      rx: 50,
      liquid: ['#fbe38c', [0.5, '#f7cd4e'], '#e6a41e'],
      surface: '#fdeaa6',
      under: [
        citrus(66, 126, 18, fruits.yuja, 10),
        citrus(106, 138, 19, fruits.yuja, -16),
        stroke('M82 112q8-10 18-5M86 152q-10 2-14-4M104 112q10 0 14 7M84 140q4-8 0-12', '#f0a01c', 3.4),
      ],
      over: [
        placed(
          76,
          80,
          0,
          1,
          ellipse(0, 0, 17, 6.5, '#edb92c'),
          ellipse(0, 0, 14.5, 5.2, '#fff7d6'),
          ellipse(0, 0, 12, 4.2, '#f7d664'),
        ),
        stroke('M100 84q8-6 20-2', '#f0a01c', 3.4),
      ],
    }),
    steam(86, 46, 0.8),
    shadow(158, 180, 28, 7),
    circle(156, 158, 22, '#d79a1a'),
    placed(156, 157, -12, 1, citrus(0, 0, 22, fruits.yuja, 20)),
    leaf(172, 140, 24, -40),
  ]);

export const earlGrey = (sheet) =>
  sheet.finished(mist, [
    steam(90, 58, 0.9),
    cup(sheet, {
      cx: 90,
      y: 86,
      ry: 25,
      glaze: ceramics.white,
      surface: '#b8591c',
      edge: '#d98a3c',
      art: [ellipse(78, 84, 20, 6, '#e09a4c', 0.55)],
    }),
    stroke('M34 104C48 122 134 122 146 104', '#4a648d', 3.4),
    stroke('M112 72C120 96 108 112 116 126', '#fff', 2),
    placed(
      116,
      138,
      6,
      1,
      path('M0-12L11-4V15H-11V-4Z', '#f3d9a0'),
      path('M3-10L11-4V15H3Z', '#dcb670'),
      circle(0, 5, 4.5, '#4a648d'),
    ),
    citrus(160, 160, 17, fruits.lime, 14),
  ]);

export const jejuGreen = (sheet) =>
  sheet.finished(moss, [
    steam(98, 50, 0.9),
    mugless(sheet, {
      cx: 98,
      y: 84,
      rx: 60,
      ry: 27,
      tall: 74,
      glaze: ceramics.celadon,
      surface: '#c3cc5c',
      edge: '#a9b548',
    }),
    ellipse(84, 84, 22, 7, '#e2e68e', 0.8),
    leaf(100, 92, 24, -14, '#6f9a3c', '#4f7a2c'),
    leaf(101, 92, 18, 168, '#86ad4c', '#4f7a2c'),
    leaf(154, 176, 30, -58),
    leaf(152, 177, 26, -128, '#7bb05c'),
    leaf(152, 178, 22, -92, '#98c672'),
  ]);

const daisy = (x, y, scale) =>
  placed(
    x,
    y,
    0,
    scale,
    stroke('M8 0H14M6 4L10 7M0 5V9M-6 4L-10 7M-8 0H-14M-6-4L-10-7M0-5V-9M6-4L10-7', '#fffdf6', 6),
    ellipse(0, 0, 6.4, 4.6, '#e9a51e'),
    ellipse(-1, -1, 3.6, 2.4, '#f8cb4c'),
  );

export const chamomile = (sheet) =>
  sheet.finished(moss, [
    glassCup(sheet, {
      cx: 90,
      y: 66,
      tall: 92,
      rx: 56,
      ry: 22,
      level: 12,
      saucer: ceramics.white,
      liquid: ['#fbe58e', [0.5, '#f6d35a'], '#e3b02c'],
      surface: '#fcedb0',
      over: [daisy(70, 79, 0.95), daisy(106, 84, 1), daisy(100, 69, 0.7)],
    }),
    daisy(158, 160, 1.1),
    daisy(173, 174, 0.8),
    steam(88, 42, 0.8),
  ]);

const biscuit = (x, y, turn) =>
  placed(
    x,
    y,
    turn,
    1,
    rect(-22, -7, 44, 19, 5, '#a8672a'),
    rect(-22, -10, 44, 18, 5, '#dea25a'),
    rect(-18, -7, 36, 11, 3, '#edc080'),
    stroke('M-12-1.5h0M-4-1.5h0M4-1.5h0M12-1.5h0', '#b5742f', 3),
  );

export const milkTea = (sheet) =>
  sheet.finished(earth, [
    steam(92, 58, 0.9),
    cup(sheet, {
      cx: 92,
      y: 86,
      ry: 26,
      glaze: ceramics.rose,
      saucer: ceramics.white,
      surface: '#d3a273',
      edge: '#bd8452',
      art: swirl(92, 90, 1, '#efd3ad'),
    }),
    biscuit(150, 150, -24),
    biscuit(162, 164, -8),
  ]);

export const omijaTea = (sheet) =>
  sheet.finished(berry, [
    glassCup(sheet, {
      cx: 92,
      y: 60,
      tall: 100,
      rx: 50,
      level: 14,
      liquid: ['#f27a7a', [0.4, '#dd3d4c'], '#a81c34'],
      surface: '#f59a94',
      under: ice('74,100,28,14 112,108,28,-18', 0.32),
      over: [ice('76,76,24,-10 106,77,22,16', 0.58), leaf(92, 74, 20, -30)],
    }),
    shadow(156, 182, 26, 6),
    [
      [150, 160],
      [164, 158],
      [157, 170],
      [144, 172],
      [170, 171],
    ].map(([x, y]) => placed(x, y, 0, 1, circle(0, 0, 9, '#b81f32'), circle(-2.5, -2.5, 3.4, '#f07a78'))),
    stroke('M157 152V138', '#6a7a44', 3),
    leaf(157, 142, 22, -28),
  ]);

export const buckwheatTea = (sheet) =>
  sheet.finished(honey, [
    steam(92, 56, 0.9),
    mug(sheet, {
      cx: 92,
      y: 86,
      ry: 26,
      tall: 72,
      rx: 58,
      glaze: ceramics.sage,
      surface: '#d79a3a',
      edge: '#bd7d24',
      art: [ellipse(80, 86, 22, 7, '#efc064', 0.7), dots('96,94 104,90 88,97 112,95 100,99', 4, '#7a4c1e')],
    }),
    dots('148,176 158,170 166,178 156,182 172,170 142,184 164,186 176,180', 7.5, '#8a5a2c'),
    dots('157,168.5 147,174.5 165,176.5 171,168.5 155,180.5', 3, '#c9975a'),
  ]);

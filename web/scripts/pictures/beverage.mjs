// Not coffee: grains, fruit, milk and soda.
import { bubbles, citrus, fruits, ice, leaf, mint, straw, strawberry, swirl } from './garnish.mjs';
import { circle, dots, ellipse, path, placed, rect, stroke } from './sheet.mjs';
import { ceramics, glass, mug, shadow, steam } from './vessels.mjs';

const _grain = ['#f4ead6', '#e2d2b0', '#ccb88e'];
const sage = ['#e6ecdf', '#c9d4bd', '#aab89b'];
const meadow = ['#eef2dc', '#d3dfb8', '#b5c594'];
const rose = ['#fbe4df', '#f1c6be', '#dca49b'];
const _sun = ['#fdf3cf', '#f4dd9a', '#e0c070'];
const sky = ['#e2eef0', '#c0d8dc', '#9dbcc2'];
const plum = ['#ece2ea', '#d3c2d1', '#b6a0b4'];
const peach = ['#fdead2', '#f6cfa4', '#e2b07e'];

const cubes = ice('80,80,30,14 118,88,31,-18 92,118,29,-30 116,136,25,12');
const tops = ice('84,56,26,-12 112,59,25,20', 0.58);
const fizz = bubbles('80,148 104,154 117,118 98,116 122,150 108,74 75,116');

export const misutgaru = (sheet) =>
  sheet.finished(sage, [
    glass(sheet, {
      liquid: ['#d8b885', [0.5, '#cfac76'], '#bd9660'],
      surface: '#e2c596',
      under: [cubes, dots('84,150 100,132 116,150 90,106 108,112', 2, '#8a6234', 0.6)],
      over: [
        tops,
        ellipse(100, 56, 20, 4, '#b88a4c', 0.8),
        dots('86,53 114,60 104,61 94,52 80,58 120,55', 2.6, '#94672f'),
      ],
    }),
    placed(
      156,
      172,
      0,
      1,
      shadow(0, 8, 26, 7),
      path('M-26 6C-18-14 16-16 26 6C16 12-16 12-26 6Z', '#cfa566'),
      path('M-16 0C-8-10 8-10 14-4C4-6-6-4-16 0Z', '#e8c88e'),
    ),
    dots('34,176 44,182 54,177 40,188', 6, '#c79a55'),
    dots('48,186 36,183', 5, '#6f5334'),
  ]);

const pineNut = (x, y, turn) => placed(x, y, turn, 1, path('M-8 0C-6-5 4-5 9 0C4 4-6 4-8 0Z', '#f3d38c'));

const jujube = (x, y) =>
  placed(x, y, 0, 1, circle(0, 0, 8, '#9a3020'), circle(0, 0, 5.6, '#d8874a'), circle(0, 0, 2.4, '#9a3020'));

export const sikhye = (sheet) =>
  sheet.finished(sky, [
    glass(sheet, {
      top: 66,
      wide: 56,
      narrow: 40,
      level: 8,
      bottom: 172,
      liquid: ['#f3dfb0', [0.5, '#e6c88c'], '#cfa560'],
      surface: '#f6e8c8',
      under: [
        stroke(
          'M64 108h4M82 128h4M100 112l4 2M120 128l4-2M132 104h4M92 150l4 1M112 154h4M76 146l4 2M106 134h4',
          '#fffaf0',
          5,
          0.9,
        ),
      ],
      over: [
        path(
          'M50 76C50 62 60 60 68 52C76 44 80 34 92 36C100 28 114 32 118 42C130 44 134 54 140 60C148 64 152 70 147 78C132 92 66 92 50 76Z',
          '#fffdf8',
        ),
        path('M54 80C66 76 74 82 84 76S100 82 112 76S132 78 147 76C138 90 66 92 54 80Z', '#e9d9b4'),
        path(
          'M64 66C72 62 72 50 82 46C86 54 78 62 82 68C76 74 66 74 64 66ZM100 40C110 40 112 50 118 56C108 58 104 66 98 62C102 54 94 48 100 40ZM120 66C128 60 134 64 138 70C130 76 122 74 120 66Z',
          '#efe3c8',
        ),
        pineNut(112, 62, 30),
        pineNut(122, 56, -30),
        pineNut(126, 68, -8),
        jujube(88, 52),
        jujube(79, 62),
      ],
    }),
  ]);

export const chocolate = (sheet) =>
  sheet.finished(rose, [
    steam(92, 54, 0.9),
    mug(sheet, {
      cx: 92,
      y: 84,
      ry: 25,
      tall: 76,
      glaze: ceramics.cream,
      surface: '#4a2110',
      edge: '#6d3a1e',
      art: swirl(92, 88, 0.95, '#8a5634'),
    }),
    placed(
      158,
      172,
      -10,
      1,
      shadow(0, 12, 28, 7),
      rect(-26, -10, 52, 22, 4, '#341608'),
      rect(-26, -14, 52, 20, 4, '#54280f'),
      rect(-23, -12, 14, 15, 2, '#743d1c'),
      rect(-7, -12, 14, 15, 2, '#743d1c'),
      rect(9, -12, 14, 15, 2, '#743d1c'),
    ),
  ]);

export const lemonade = (sheet) =>
  sheet.finished(sky, [
    glass(sheet, {
      liquid: ['#fdf3b8', [0.5, '#fbe37c'], '#f3c93a'],
      surface: '#fdf6cf',
      under: [
        citrus(84, 96, 21, fruits.lemon, 20),
        citrus(116, 136, 20, fruits.lemon, -12),
        ice('116,90,29,-18 86,134,27,14'),
        fizz,
      ],
      over: [tops, straw(88, 58, 72, 12, '#f2b632'), mint(106, 56, 20)],
      front: citrus(140, 44, 22, fruits.lemon, 10),
    }),
  ]);

export const matchaLatte = (sheet) =>
  sheet.finished(meadow, [
    glass(sheet, {
      liquid: ['#5f8a2f', [0.28, '#7ba244'], [0.48, '#b4c987'], [0.62, '#eef0d8'], '#fffaf0'],
      surface: '#86ab4c',
      under: cubes,
      over: [tops, dots('98,54 92,60 124,56', 3, '#a9c871')],
    }),
    placed(
      158,
      170,
      0,
      1,
      shadow(0, 11, 24, 6),
      ellipse(0, 8, 24, 7, '#3f3a36'),
      ellipse(0, 5, 24, 7, '#6b6560'),
      path('M-18 5C-10-16 10-16 18 5Q0 11-18 5Z', '#6f9a38'),
      path('M-10 0C-6-10 4-11 8-6C2-6-4-4-10 0Z', '#9cc05c'),
    ),
  ]);

export const strawberryLatte = (sheet) =>
  sheet.finished(rose, [
    glass(sheet, {
      liquid: ['#fffaf4', [0.36, '#fff1ec'], [0.5, '#f9c3bd'], [0.64, '#e8656a'], '#c92f3c'],
      surface: '#fffdf8',
      under: [
        placed(
          82,
          132,
          18,
          1,
          path('M-12-10C0-18 14-8 12 4C10 16-10 14-14 4Z', '#d8404a'),
          path('M-6-4C0-9 7-4 6 2C2 6-6 4-6-4Z', '#f6a09b'),
        ),
        placed(
          114,
          142,
          -30,
          1,
          path('M-12-10C0-18 14-8 12 4C10 16-10 14-14 4Z', '#dd4a52'),
          path('M-6-4C0-9 7-4 6 2C2 6-6 4-6-4Z', '#f8b0aa'),
        ),
        ice('82,82,28,14 118,90,28,-18', 0.5),
      ],

      over: ice('84,56,24,-12', 0.7),
      front: [strawberry(130, 40, 26, 14)],
    }),
    strawberry(48, 168, 19, -24),
  ]);

export const grapefruitAde = (sheet) =>
  sheet.finished(rose, [
    glass(sheet, {
      liquid: ['#fde0cf', [0.35, '#fbb49c'], [0.7, '#f0776a'], '#d94b52'],
      surface: '#fdeadd',
      under: [
        citrus(86, 128, 24, fruits.grapefruit, 16),
        citrus(120, 92, 20, fruits.grapefruit, -20),
        ice('84,86,29,14 114,150,24,-18'),
        fizz,
      ],
      over: [
        tops,
        stroke('M108 58C114 40 112 26 120 10', '#4f7d4a', 3),
        stroke('M112 42l-9-7M112 42l10-4M113 32l-9-7M113 32l10-4M116 22l-8-7M116 22l10-3M111 50l10-2', '#6a9a5c', 3.4),
      ],
      front: citrus(62, 48, 23, fruits.grapefruit, -8),
    }),
  ]);

export const kombucha = (sheet) =>
  sheet.finished(meadow, [
    shadow(66, 178, 32),
    path(
      'M52 34H76V62C76 74 92 78 92 94V168Q92 178 82 178H46Q36 178 36 168V94C36 78 52 74 52 62Z',
      sheet.across('#8a9a3c', [0.4, '#c6c65a'], '#7c8a30'),
    ),
    path('M52 34H76V62C76 66 78 69 80 72H48C50 69 52 66 52 62Z', '#e9efcb', 0.5),
    rect(49, 22, 30, 15, 4, '#c9b28c'),
    rect(49, 22, 12, 15, 4, '#e8d8b8'),
    rect(36, 106, 56, 46, 0, '#fff8e6'),
    path('M78 106H92V152H78Z', '#e6d8ba'),
    citrus(63, 129, 15, fruits.greenTangerine, 10),
    stroke('M44 98V90q0-4 4-8', '#fff', 5, 0.6),
    stroke('M44 158v8', '#fff', 5, 0.5),
    glass(sheet, {
      cx: 136,
      top: 84,
      bottom: 176,
      wide: 31,
      narrow: 26,
      level: 14,
      base: 7,
      liquid: ['#f3efb4', [0.5, '#e4d978'], '#cfbf4a'],
      surface: '#fbf8dc',
      under: [ice('126,118,22,14 146,128,22,-18'), citrus(134, 152, 16, fruits.greenTangerine, 20)],
      over: ice('130,97,19,-12', 0.6),
      front: [citrus(160, 86, 15, fruits.greenTangerine, 8)],
    }),
  ]);

export const sweetPotatoLatte = (sheet) =>
  sheet.finished(plum, [
    steam(90, 54, 0.9),
    mug(sheet, {
      cx: 90,
      y: 84,
      ry: 25,
      tall: 76,
      glaze: ceramics.white,
      surface: '#f0c052',
      edge: '#dba238',
      art: swirl(90, 88, 0.95, '#fbe39a'),
    }),
    placed(
      154,
      168,
      -18,
      1,
      shadow(0, 16, 30, 8),
      path('M-34 2C-26-16 10-20 34-4C28 16-20 20-34 2Z', '#7d3553'),
      path('M-28-2C-18-13 6-15 24-6C6-10-14-8-28-2Z', '#a9587a'),
      ellipse(-20, 3, 12, 13, '#8d4161'),
      ellipse(-21, 3, 10, 11, '#f4c64e'),
      ellipse(-23, 1, 6, 6, '#fbdf86'),
    ),
  ]);

export const hallabongAde = (sheet) =>
  sheet.finished(peach, [
    glass(sheet, {
      cx: 90,
      liquid: ['#fdf0cc', [0.35, '#fbd27c'], [0.7, '#f6a53a'], '#e67f16'],
      surface: '#fef4d9',
      under: [
        citrus(78, 130, 23, fruits.orange, 16),
        citrus(108, 104, 20, fruits.orange, -20),
        ice('76,88,28,14 106,142,25,-18'),
        bubbles('72,106 112,150 100,84'),
      ],
      over: [ice('76,56,26,-12 104,59,25,20', 0.58), straw(100, 58, 116, 12, '#f7f0e0', '#e67f16')],
    }),
    shadow(152, 184, 28, 7),
    path(
      'M142 134C143 124 161 124 162 134C178 138 184 152 178 166C172 182 134 182 126 166C120 152 126 138 142 134Z',
      sheet.round('#fcc05a', '#f29422', '#cf6e0e'),
    ),
    stroke('M136 160h0M146 168h0M160 162h0M168 154h0', '#d97c14', 2.4),
    leaf(153, 127, 24, -24),
    stroke('M152 128v-5', '#6a7a34', 4),
  ]);

const greenPlum = (sheet, x, y, scale) =>
  placed(
    x,
    y,
    0,
    scale,
    circle(0, 0, 16, sheet.round('#dbe58e', '#a9c04c', '#7c9632')),
    stroke('M1-14q2 12-2 24', '#86a03a', 1.8, 0.7),
  );

export const plumSoda = (sheet) =>
  sheet.finished(sky, [
    glass(sheet, {
      cx: 94,
      liquid: ['#f1f4bf', [0.35, '#d9e48a'], [0.7, '#b9ca50'], '#98ad33'],
      surface: '#f8f9e0',
      under: [
        ice('74,80,30,14 112,88,31,-18'),
        greenPlum(sheet, 80, 144, 0.9),
        greenPlum(sheet, 109, 136, 0.85),
        bubbles('74,118 116,110 96,164'),
      ],
      over: [ice('78,56,26,-12 108,59,25,20', 0.58), mint(102, 56, 18)],
    }),
    shadow(156, 184, 30, 7),
    greenPlum(sheet, 146, 168, 1),
    greenPlum(sheet, 168, 172, 0.88),
    leaf(150, 154, 26, -38),
  ]);

export const bananaMilk = (sheet) =>
  sheet.finished(sky, [
    glass(sheet, {
      cx: 88,
      liquid: ['#fff3bf', [0.5, '#fdea9c'], '#f6d974'],
      surface: '#fff9dc',
      under: placed(-12, 0, 0, 1, ice('80,80,30,14 118,88,31,-18')),
      over: [placed(-12, 0, 0, 1, tops), straw(74, 58, 58, 12, '#f4c63c')],
      front: placed(
        122,
        46,
        14,
        1,
        circle(0, 0, 19, '#f0cf4a'),
        circle(0, 0, 16.5, '#fff6d6'),
        circle(0, 0, 8, '#f8e7ae'),
        stroke('M-3-3h0M3-3h0M0 4h0', '#8a6a34', 2.4),
      ),
    }),
    shadow(140, 184, 46, 7),
    path(
      'M176 108C182 108 184 112 182 118C186 150 160 186 112 184C104 183 102 176 110 174C146 170 166 146 172 118C170 114 172 108 176 108Z',
      '#f6cf3f',
    ),
    path('M182 118C186 150 160 186 112 184C106 183 104 180 106 177C148 180 174 152 178 116Z', '#d9a526'),
    stroke('M175 111l3-6', '#7a5a28', 6),
    stroke('M109 180l-2-1', '#6b4c22', 6),
  ]);

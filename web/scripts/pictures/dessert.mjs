// From the oven and the cake stand.
import { leaf } from './garnish.mjs';
import { d, dots, ellipse, path, placed, rect, soft, stroke } from './sheet.mjs';
import { ceramics, plate, shadow } from './vessels.mjs';

const linen = ['#f8eee2', '#ead8c4', '#d3bca2'];
const sage = ['#e9eee0', '#cedac0', '#b0bf9e'];
const rose = ['#fae6e0', '#efcbc1', '#d9aa9e'];
const sky = ['#e5ecef', '#c6d4da', '#a7b8c0'];
const honey = ['#fbf0d6', '#f0dcae', '#dac08a'];

const flower = (x, y, scale) =>
  placed(
    x,
    y,
    0,
    scale,
    dots('25,11 12,24 -12,24 -25,11 -12,-2 12,-2', 33, '#8a4513'),
    dots('25,0 12,13 -12,13 -25,0 -12,-13 12,-13', 32, '#c97a26'),
    dots('24,-2 11,11 -13,11 -26,-2 -13,-15 11,-15', 23, '#e09a3e'),
    stroke('M17 0H36M9 9L17 19M-9 9L-17 19M-17 0H-36M-9-9L-17-19M9-9L17-19', '#a85f1a', 2.2, 0.7),
    ellipse(0, 0, 20, 13, '#d0832c'),
    ellipse(0, -1, 12, 7, '#a85f1a'),
    ellipse(0, -2, 8, 4.4, '#e7ab52'),
    stroke('M-29-7q4-10 14-14', '#ffe9b4', 3.4, 0.85),
  );

export const yakgwa = (sheet) =>
  sheet.finished(honey, [
    plate(sheet, { glaze: ceramics.celadon }),
    shadow(104, 150, 66, 20),
    flower(66, 136, 1),
    flower(138, 138, 1),
    flower(102, 100, 1.05),
    placed(100, 93, 20, 1, path('M-8 0C-6-5 4-5 9 0C4 4-6 4-8 0Z', '#f9e6b4')),
    placed(106, 99, -40, 1, path('M-8 0C-6-5 4-5 9 0C4 4-6 4-8 0Z', '#f3d693')),
  ]);

const bar = (x, y, turn) =>
  placed(
    x,
    y,
    turn,
    1,
    path('M-48 0L-42 20Q-40 24-36 24H36Q40 24 42 20L48 0Z', '#6d7a35'),
    path('M-48 0L-42 20Q-40 24-36 24H36Q40 24 42 20L48 0L40 6H-40Z', '#8d7433', 0.55),
    path('M-40-22H40Q44-22 46-16L50-2Q50 6 42 6H-42Q-50 6-50-2L-46-16Q-44-22-40-22Z', '#93a24c'),
    path('M-36-18H36Q40-18 41-14L43-6Q43-2 38-2H-38Q-43-2-43-6L-41-14Q-40-18-36-18Z', '#b2bd66'),
    stroke('M-30-12C-10-16 10-8 30-12', '#cdd58c', 3.4),
    dots('-22,-6 -4,-8 14,-5 28,-9', 2.4, '#6d7a35'),
  );

export const financier = (sheet) =>
  sheet.finished(sage, [
    plate(sheet),
    shadow(102, 150, 66, 18),
    bar(98, 136, 4),
    bar(102, 98, -7),
    leaf(140, 168, 24, -24, '#6f8f4c'),
    leaf(141, 168, 20, -78, '#8aa862'),
    leaf(140, 169, 20, 16, '#7d9c56'),
  ]);

export const saltBread = (sheet) =>
  sheet.finished(linen, [
    shadow(102, 158, 82, 18),
    path(
      'M18 132C22 112 44 108 56 98C68 78 88 68 104 68C126 68 142 82 152 98C166 108 184 116 186 134C186 150 170 154 156 152C140 162 66 164 46 154C30 156 16 148 18 132Z',
      sheet.down('#eeb45e', [0.5, '#d98f3a'], '#a9601f'),
    ),
    path(
      'M40 112C54 104 60 92 72 82C84 72 98 70 108 70C122 70 134 76 142 86C126 80 108 80 94 88C74 98 60 118 40 112Z',
      '#f8d592',
      0.7,
    ),
    stroke(
      'M68 152C62 128 70 100 88 78M98 157C90 128 100 96 118 74M130 154C126 132 132 104 142 88M44 152C40 138 44 124 52 112',
      '#a65c1c',
      4.4,
      0.75,
    ),
    stroke(
      'M73 146C68 128 75 104 91 84M103 150C97 128 105 100 121 80M134 148C131 132 136 110 145 95',
      '#f8d894',
      2.6,
      0.7,
    ),
    [
      [92, 92, 10],
      [108, 86, -20],
      [102, 100, 40],
      [118, 96, 15],
      [84, 106, -30],
      [112, 112, 60],
      [96, 114, 0],
      [126, 108, 30],
    ].map(([x, y, turn]) => placed(x, y, turn, 1, rect(-3, -3, 6, 5.6, 1.4, '#fff'))),
  ]);

const slice = (_sheet, { side, top, crust, layers }) => [
  path('M34 122L150 152V112L34 84Z', side),
  layers,
  path('M150 152L178 118V80L150 112Z', crust),
  path('M34 84L118 58Q160 60 178 80L150 112Z', top),
];

export const basqueCheesecake = (sheet) =>
  sheet.finished(sky, [
    plate(sheet, { y: 140, rx: 90, ry: 36 }),
    path('M36 124L152 158L188 126L150 100Z', '#3b2416', 0.2),
    slice(sheet, {
      side: sheet.down('#fbe7a8', [0.5, '#fff3cc'], '#f6dc96'),
      top: sheet.round('#a9652c', '#6b3516', '#3d1b0a'),
      crust: sheet.down('#5a2a10', [0.6, '#a9652c'], '#8a4d20'),
      layers: [
        path('M34 84L150 112V119C120 112 70 104 34 92Z', '#d8a04c'),
        path('M60 122C80 124 110 132 128 140L150 146V152L34 122V116C44 120 52 121 60 122Z', '#e6bd6a', 0.6),
      ],
    }),
    stroke('M84 78C100 70 124 68 138 74M120 90C132 86 146 84 154 86', '#c98a4c', 4, 0.6),
  ]);

export const canele = (sheet) => {
  const one = (x, y, scale) =>
    placed(
      x,
      y,
      0,
      scale,
      shadow(4, 46, 42, 11),
      path(
        'M-28-36L-40 36C-40 42-34 46-28 43C-24 49-16 51-11 46C-6 51 6 51 11 46C16 51 24 49 28 43C34 46 40 42 40 36L28-36Z',
        sheet.across('#9a5526', [0.4, '#70350f'], '#3d1a08'),
      ),
      stroke('M-15-30L-20 42M0-28V45M15-30L20 42', '#3a1806', 4, 0.6),
      stroke('M-24-26L-31 34M-7-24L-9 40', '#cf8a4a', 4, 0.65),
      ellipse(0, -36, 29, 12, '#a9632c'),
      ellipse(0, -35, 20, 7.5, '#4a210c'),
      ellipse(0, -33, 15, 4.5, '#6d3716'),
      stroke('M-22-40q8-6 20-6', '#f0bd80', 3, 0.8),
    );
  return sheet.finished(rose, [plate(sheet, { y: 148 }), one(68, 106, 0.86), one(128, 118, 0.92)]);
};

export const scone = (sheet) =>
  sheet.finished(rose, [
    plate(sheet, { y: 144, rx: 90, ry: 36 }),
    shadow(84, 152, 54, 14),
    path(
      'M34 82C30 96 38 102 34 112C32 124 38 128 38 140C44 156 120 158 130 142C130 130 138 126 134 112C130 104 138 94 132 82Z',
      sheet.across('#fdeabf', [0.5, '#f1cd8d'], '#cf9a4e'),
    ),
    path(
      'M35 108C46 116 54 108 66 114S88 120 100 113 122 116 134 108C136 118 122 124 104 122S80 130 64 124 36 122 35 108Z',
      '#d9a55a',
    ),
    path(
      'M36 112C50 118 58 114 68 119S92 122 104 118 124 116 133 112C126 120 116 120 104 120S80 126 66 121 42 120 36 112Z',
      '#a8702e',
      0.7,
    ),
    stroke(
      'M46 134c10 5 20 1 28 5M92 142c10 1 18-3 26-6M50 98c8 3 14 0 20 2M108 100c8 0 12-3 18-4',
      '#c98f44',
      2.6,
      0.7,
    ),
    path(
      'M30 80C28 66 42 64 48 58C58 50 70 54 80 51C92 48 104 52 114 56C126 58 138 66 136 79C138 90 122 90 112 95C98 98 88 94 76 97C62 98 52 93 44 92C34 92 28 88 30 80Z',
      sheet.round('#f9d290', '#e0a24a', '#b87428'),
    ),
    path(
      'M42 72C50 60 66 60 80 58C92 57 100 60 104 64C90 62 80 66 68 68C58 70 52 78 46 82C38 82 38 76 42 72Z',
      '#fdeabb',
      0.8,
    ),
    stroke('M66 82c8 4 12-2 20 2M100 74c6 3 10 1 14 4', '#b06e28', 2.6, 0.7),
    placed(
      152,
      130,
      0,
      1,
      shadow(2, 18, 26, 8),
      path('M-24-6L-20 14Q0 24 20 14L24-6Z', sheet.across('#fff', '#d8c3ac')),
      ellipse(0, -6, 24, 10, '#fffdf8'),
      ellipse(0, -5, 20, 7.5, '#b3202e'),
      path('M-14-6C-6-12 8-11 14-7C6-6-4-5-14-6Z', '#e8606a'),
    ),
    path('M106 162C108 150 122 152 126 154C136 150 148 158 142 166C132 172 110 172 106 162Z', '#fff8e4'),
    path('M110 166C122 169 134 168 144 162C142 171 114 175 110 166Z', '#e6d3ae'),
  ]);

export const jambonBeurre = (sheet) =>
  sheet.finished(sage, [
    shadow(102, 156, 86, 15),
    placed(
      100,
      116,
      -14,
      1,
      path('M-84 14C-84 34-66 40-44 40H50C76 40 86 30 84 12Z', sheet.down('#e2a650', '#a8672a')),
      path('M-82 8H82L80 18C40 24-40 24-80 18Z', '#fbeccb'),
      path('M-80 6C-72 20-60 8-50 16S-30 8-20 17S4 8 14 17S36 8 46 16S70 10 80 6L76-8H-76Z', '#e98f8c'),
      path('M-76 2C-66 10-58 2-48 8S-28 2-18 9S6 2 16 9S38 2 48 8S68 4 76 0L72-8H-74Z', '#f7bdb6'),
      path('M-72-10H70L72-2C50 2-50 2-74-2Z', '#fdf0a8'),
      path('M-40-8H-16V0H-40ZM8-8H34V0H8Z', '#f6dc6a'),
      path(
        'M-84-8C-88-32-64-44-40-44H46C72-44 90-30 84-8C40-2-40-2-84-8Z',
        sheet.down('#f3c06a', [0.5, '#d9953c'], '#b06c22'),
      ),
      [-52, -14, 24].map((x) => [
        path(d`M${x} -14C${x + 4} -26 ${x + 16} -36 ${x + 34} -38C${x + 32} -26 ${x + 20} -14 ${x} -14Z`, '#fbe4b4'),
        stroke(d`M${x} -14C${x + 4} -26 ${x + 16} -36 ${x + 34} -38`, '#a8611c', 3, 0.8),
      ]),
      stroke('M-70-28c4-7 14-9 24-10', '#ffe6b0', 4, 0.8),
    ),
  ]);

export const carrotCake = (sheet) =>
  sheet.finished(honey, [
    plate(sheet, { y: 140, rx: 90, ry: 36, glaze: ceramics.sage }),
    path('M36 124L152 158L188 126L150 100Z', '#3b2416', 0.2),
    slice(sheet, {
      side: '#b9702e',
      top: sheet.round('#fffef8', '#fff4dc', '#ead5b0'),
      crust: sheet.down('#fff6e4', '#e2caa2'),
      layers: [
        path('M34 84L150 112V122L34 93Z', '#fff4dc'),
        path('M34 101L150 130V138L34 108Z', '#fff4dc'),
        dots('52,100 78,105 104,113 130,121 60,118 90,127 118,134 140,143', 4.4, '#ee8a2a'),
        dots('66,103 92,110 118,118 74,121 104,131 132,139', 3.6, '#6d3a14'),
      ],
    }),
    placed(
      138,
      78,
      24,
      1,
      path('M-20-2C-12-9 6-9 10-5C13 0 10 4 5 5C-4 6-14 3-20-2Z', '#f08a24'),
      path('M-14-3C-8-7 2-7 6-5C0-4-8-3-14-3Z', '#fbb25c'),
      leaf(9, -1, 13, -34),
      leaf(9, 0, 13, 4, '#7bb05c'),
      leaf(9, 0, 11, 38),
    ),
    dots('104,78 112,84 98,84', 5.5, '#9a5f2c'),
    dots('103,77 111,83', 2.4, '#d8a468'),
  ]);

/** A thick slab of bread with its corner to the front, its top face at height y. */
const bread = (y, tall) => [
  soft(d`M36 ${y}L100 ${y + 27}V${y + 27 + tall}L36 ${y + tall}Z`, '#eebd6c', 6),
  soft(d`M164 ${y}L100 ${y + 27}V${y + 27 + tall}L164 ${y + tall}Z`, '#c98c3e', 6),
  soft(d`M42 ${y + 8}L96 ${y + 31}V${y + 19 + tall}L42 ${y + tall - 5}Z`, '#fbe7bb', 4),
  soft(d`M158 ${y + 8}L104 ${y + 31}V${y + 19 + tall}L158 ${y + tall - 5}Z`, '#e9c88e', 4),
];

export const injeolmiToast = (sheet) =>
  sheet.finished(linen, [
    plate(sheet, { y: 144, rx: 90, ry: 36, glaze: ceramics.charcoal }),
    bread(106, 28),
    soft(
      'M36 98L100 125L164 98V108L152 113V122Q148 128 145 122V117L116 130V142Q112 149 108 142V134L100 136L80 129V138Q76 145 72 138V125L52 116V121Q49 126 46 121V114L36 109Z',
      '#fffaf0',
      4,
    ),
    path('M100 127L166 99V108L154 113V122Q149 130 144 122V118L117 130V143Q112 151 108 143V134L100 137Z', '#e6dcc8'),
    bread(68, 26),
    soft('M36 66L92 44Q100 41 108 44L164 66L100 93Z', '#d9ae68', 7),
    soft('M46 66L94 48Q100 46 106 48L154 66L100 88Z', '#ecd09a', 6),
    [
      [82, 56, -8],
      [116, 58, 8],
      [100, 70, -4],
    ].map(([x, y, turn]) =>
      placed(
        x,
        y,
        turn,
        1,
        rect(-14, -7, 28, 19, 7, '#c99d58'),
        rect(-14, -11, 28, 17, 7, '#f3dfb4'),
        stroke('M-7-6h8', '#fff6de', 3),
      ),
    ),
    dots('64,66 136,66 118,80 100,50 44,160 152,160 138,166 60,166 164,150 34,148', 3, '#c39450'),
  ]);

export const cookie = (sheet) => {
  const chip = (x, y, turn) =>
    placed(x, y, turn, 1, rect(-8, -6, 16, 12, 4, '#3a1a0a'), rect(-7, -6, 10, 6, 3, '#6d3c20'));
  const walnut = (x, y, turn) =>
    placed(
      x,
      y,
      turn,
      1,
      path('M-11 0C-13-8-4-11 0-7C5-11 13-7 11 1C11 9 3 10 0 6C-4 10-11 7-11 0Z', '#c08a4c'),
      stroke('M-6-3q3 3 0 6M1-5q-2 5 1 9M6-3q-2 3 0 5', '#8a5524', 2),
    );
  return sheet.finished(linen, [
    shadow(106, 168, 74, 17),
    path('M26 116C22 146 40 170 100 170S180 146 174 116Z', '#a86428'),
    path(
      'M24 104C20 76 44 52 76 50C92 40 118 44 128 52C160 52 182 80 176 108C178 134 150 152 100 152S22 136 24 104Z',
      sheet.round('#f0c27c', '#d99a4c', '#b4702c'),
    ),
    path(
      'M40 92C46 70 66 60 84 60C98 52 112 54 122 60C98 60 86 72 66 76C54 80 48 92 44 100C38 102 38 98 40 92Z',
      '#f9dca8',
      0.75,
    ),
    stroke('M70 120c10-6 18 4 30-3s14-22 28-20M132 128c8-2 14-8 18-16', '#a8672a', 3, 0.7),
    chip(74, 88, -16),
    chip(112, 78, 20),
    chip(140, 104, 34),
    chip(94, 116, -6),
    chip(58, 118, 14),
    chip(124, 134, -20),
    chip(148, 80, -10),
    walnut(92, 70, 10),
    walnut(124, 106, -30),
    walnut(76, 134, 20),
    walnut(48, 98, -50),
  ]);
};

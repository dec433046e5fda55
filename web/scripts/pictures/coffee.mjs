// Coffee. Each picture paints on a sheet and returns it finished.
import { bean, bubbles, citrus, fruits, heart, ice, rosetta, straw, swirl } from './garnish.mjs';
import { circle, dots, ellipse, path, placed, rect, stroke } from './sheet.mjs';
import { ceramics, cup, glass, glassCup, mug, shadow, steam } from './vessels.mjs';

const sand = ['#f6e8d3', '#e6cfae', '#d3b78f'];
const blush = ['#f7e3d6', '#eac9b4', '#d5ab92'];
const mist = ['#e6ebe4', '#c8d3c8', '#aab9ab'];
const dusk = ['#dfe4ea', '#bcc7d3', '#9aa8b8'];

const black = ['#8a4b24', [0.25, '#54290f'], '#2c1408'];
const _crema = '#a9683a';
const layered = ['#4a2410', [0.22, '#6d3b1d'], [0.46, '#c99a6b'], [0.62, '#f3e2c8'], '#fff7ea'];

const cubes = ice('80,80,30,14 118,88,31,-18 92,116,29,-30 116,132,25,12');
const tops = ice('84,56,26,-12 114,59,25,20', 0.58);

export const americano = (sheet) =>
  sheet.finished(sand, [
    glass(sheet, {
      liquid: black,
      surface: '#7a4220',
      under: cubes,
      over: [tops, straw(116, 60, 134, 14, '#2f5b4a')],
    }),
  ]);

export const cafeLatte = (sheet) =>
  sheet.finished(blush, [
    steam(94, 52, 0.9),
    mug(sheet, {
      glaze: ceramics.white,
      surface: '#c08650',
      edge: '#9a6032',
      art: heart(94, 86, 1.12),
      ry: 25,
      saucer: ceramics.white,
      y: 84,
      tall: 70,
    }),
  ]);

export const vanillaLatte = (sheet) =>
  sheet.finished(mist, [
    glass(sheet, {
      liquid: layered,
      surface: '#7b4826',
      under: [cubes, dots('82,150 97,143 109,152 118,140 90,156 103,160 78,138', 1.8, '#5a3b22', 0.7)],
      over: tops,
      front: [
        stroke('M40 184C70 168 120 172 164 152', '#3c2215', 6),
        stroke('M42 181C72 166 120 170 160 152', '#6d4630', 1.8),
        placed(
          154,
          172,
          0,
          0.95,
          [0, 72, 144, 216, 288].map((turn) =>
            placed(0, 0, turn, 1, ellipse(0, -12, 6.5, 11, '#fff4d6'), ellipse(-1, -13, 3, 7, '#fffdf4')),
          ),
          circle(0, 0, 5, '#f0bb45'),
        ),
      ],
    }),
  ]);

export const dabangCoffee = (sheet) =>
  sheet.finished(mist, [
    steam(92, 60, 1),
    cup(sheet, {
      cx: 92,
      y: 88,
      glaze: ceramics.white,
      surface: '#b27a4a',
      edge: '#8d5a30',
      art: swirl(92, 92, 0.95, '#e2bd90', 0.85),
    }),
    stroke('M40 107C52 124 136 122 145 106', '#c9503f', 3.4),
    stroke('M43 115C58 130 130 128 141 114', '#d9a441', 2),
    placed(150, 152, -14, 1, rect(-11, -10, 20, 17, 4, '#e9e0d4'), rect(-11, -12, 20, 12, 4, '#fff')),
    placed(166, 158, 20, 1, rect(-9, -9, 18, 15, 4, '#e2d7c8'), rect(-9, -11, 18, 11, 4, '#fffdf8')),
  ]);

export const einspanner = (sheet) =>
  sheet.finished(dusk, [
    glassCup(sheet, {
      y: 58,
      tall: 104,
      rx: 50,
      level: 6,
      liquid: ['#fffaf0', [0.34, '#fff3df'], [0.38, '#c58d58'], [0.46, '#5f3117'], '#2c1408'],
      surface: '#fffaf0',
      over: [
        path('M49 64C46 46 66 42 76 46C84 34 112 36 116 46C132 42 142 52 139 65C136 76 52 76 49 64Z', '#fff8ea'),
        path('M56 60C58 50 72 48 78 52C88 42 104 42 110 52C100 50 92 52 88 58C78 54 66 54 56 60Z', '#fff'),
        path('M62 70C84 76 112 75 134 66C126 78 76 80 62 70Z', '#ecd9bb'),
        dots('82,52 92,48 101,53 110,50 95,58 87,60 105,60 118,57 76,58', 2.4, '#8a5a35'),
      ],
    }),
  ]);

export const coldBrew = (sheet) =>
  sheet.finished(blush, [
    glass(sheet, {
      liquid: ['#4a2412', [0.3, '#2c130a'], '#170904'],
      surface: '#4f2814',
      level: 20,
      under: ice('98,100,46,9 86,142,32,-14', 0.22),
      over: ice('98,60,42,9', 0.6),
    }),
    bean(44, 172, 11, -30),
    bean(158, 178, 10, 40),
    bean(142, 186, 8, -10),
  ]);

export const espresso = (sheet) =>
  sheet.finished(sand, [
    steam(92, 66, 0.9),
    cup(sheet, {
      cx: 92,
      y: 92,
      rx: 43,
      ry: 17,
      tall: 54,
      glaze: ceramics.indigo,
      saucer: ceramics.white,
      surface: '#c07f43',
      edge: '#8a5022',
      art: [stroke('M72 95c8-6 16-5 22-2s12 2 18-2', '#e0aa6c', 3, 0.9), ellipse(84, 98, 6, 2, '#e0aa6c', 0.8)],
    }),
    stroke('M128 164L166 138', '#b9b3aa', 4.4),
    stroke('M128 163L165 137', '#f2eee8', 1.6),
    placed(124, 166, -32, 1, ellipse(0, 0, 13, 7, '#aaa49b'), ellipse(-1, -1, 9, 4, '#dcd7cf')),
  ]);

export const filter = (sheet) =>
  sheet.finished(mist, [
    stroke('M122 118c36-12 36 44 2 42', '#fff', 8, 0.7),
    shadow(104, 178, 56),
    path('M72 104C70 122 52 138 52 158C52 172 60 178 96 178S140 172 140 158C140 138 122 122 120 104Z', '#fff', 0.5),
    path('M56 148C54 168 60 173 96 173S138 168 136 148Z', sheet.down('#8a4519', '#3a1909')),
    ellipse(96, 148, 40, 8, '#a55c28'),
    stroke('M62 140c2-7 8-14 11-19', '#fff', 5, 0.75),
    stroke('M96 108V146', '#7a3c16', 3.4),
    path('M50 52L78 98Q96 106 114 98L142 52Z', sheet.across('#fffdf8', [0.5, '#f2e4d2'], '#cdb499')),
    ellipse(96, 103, 36, 8, '#d8c3ac'),
    ellipse(96, 100, 36, 8, '#fff7ea'),
    path('M78 92L80 101Q96 107 112 101L114 92Q96 99 78 92Z', '#e8d7c2'),
    ellipse(96, 52, 48, 15, '#efe0c6'),
    ellipse(96, 53, 43, 12, '#c7a57b'),
    path('M53 53A43 12 0 0 0 139 53Q118 70 96 70T53 53Z', '#4f2a14'),
    ellipse(96, 57, 33, 7.5, '#6d3c1e'),
    ellipse(90, 56, 14, 3.4, '#a26a3f'),
    stroke('M84 36c-7-8 7-14 0-23M104 38c-8-10 8-16 0-27', '#fff', 5, 0.65),
  ]);

export const flatWhite = (sheet) =>
  sheet.finished(sand, [
    cup(sheet, {
      cx: 94,
      y: 80,
      rx: 60,
      ry: 29,
      tall: 66,
      glaze: ceramics.celadon,
      surface: '#b57a45',
      edge: '#955c2e',
      art: rosetta(94, 84, 1.25),
    }),
  ]);

export const oatLatte = (sheet) =>
  sheet.finished(dusk, [
    glass(sheet, {
      cx: 92,
      liquid: ['#5b2f16', [0.2, '#8a5530'], [0.4, '#cda778'], [0.6, '#ead3ad'], '#f0dfc0'],
      surface: '#8a5530',
      under: placed(-8, 0, 0, 1, cubes),
      over: placed(-8, 0, 0, 1, tops),
    }),
    stroke('M150 184C152 150 148 120 158 82', '#b08a3e', 3),
    [
      [150, 150, -60],
      [153, 150, -120],
      [150, 130, -58],
      [154, 128, -124],
      [151, 110, -60],
      [156, 106, -122],
      [157, 88, -84],
    ].map(([x, y, turn]) =>
      placed(
        x,
        y,
        turn,
        1,
        path('M0 0C6-8 18-6 24 0C18 6 6 7 0 0Z', '#dcb45c'),
        path('M3-1C8-5 16-4 21 0C14 0 8 0 3-1Z', '#f3d68c'),
      ),
    ),
  ]);

export const creamCoffee = (sheet) =>
  sheet.finished(blush, [
    glass(sheet, {
      top: 58,
      wide: 49,
      narrow: 43,
      level: 7,
      base: 11,
      liquid: ['#8f8880', [0.34, '#a39b92'], [0.4, '#b98d63'], [0.5, '#5a2e16'], '#2a1307'],
      surface: '#a8a098',
      under: ice('76,134,30,14 120,140,30,-16', 0.2),
      over: [
        path('M57 66C56 52 74 50 84 54C96 44 118 46 124 55C138 52 146 58 143 68C132 80 68 80 57 66Z', '#aaa29a'),
        path('M64 62C68 54 80 54 88 58C98 49 112 50 118 57C106 56 98 60 92 64C84 60 72 60 64 62Z', '#cdc6be'),
        dots('84,62 98,56 108,62 120,62 94,68 76,66 114,70 104,70', 3, '#2f2926'),
        dots('90,60 102,64 116,58 82,69', 2.4, '#fff'),
      ],
    }),
  ]);

export const affogato = (sheet) =>
  sheet.finished(dusk, [
    shadow(106, 182, 40),
    path('M92 138H108L110 168C128 170 132 176 130 180Q100 188 70 180C68 176 72 170 90 168Z', '#fff', 0.65),
    path('M44 84C44 122 66 146 100 146S156 122 156 84Z', '#fff', 0.5),
    path('M50 104C54 128 74 141 100 141S146 128 150 104Z', sheet.down('#7c4320', '#331708')),
    ellipse(100, 104, 50, 10, '#8f5228'),
    circle(80, 82, 28, sheet.round('#fffdf4', '#f7e8c4', '#dcc08a')),
    circle(122, 84, 27, sheet.round('#fffdf4', '#f5e4bd', '#d8ba82')),
    circle(101, 62, 28, sheet.round('#fffef8', '#faecca', '#e0c592')),
    path(
      'M78 52C84 34 118 33 126 53C130 64 122 64 121 72C120 84 113 82 113 72C112 64 106 66 105 76C104 92 96 92 96 76C95 66 90 62 87 70C82 78 74 66 78 52Z',
      '#5b2d14',
    ),
    path('M84 50C90 40 104 38 112 42C102 43 92 47 88 56C85 60 81 56 84 50Z', '#9a6236'),
    path(
      'M44 84C44 122 66 146 100 146S156 122 156 84L151 84C150 100 146 106 140 108Q100 118 60 108C52 104 50 96 49 84Z',
      '#fff',
      0.3,
    ),
    stroke('M54 104c4 14 12 23 22 28', '#fff', 5, 0.6),
    dots('74,76 90,88 124,76 132,90 68,88', 1.8, '#6b4a2c'),
  ]);

export const dolceLatte = (sheet) =>
  sheet.finished(blush, [
    glassCup(sheet, {
      y: 52,
      tall: 110,
      rx: 47,
      ry: 15,
      level: 8,
      liquid: [
        '#fffaf0',
        [0.16, '#f6e6cd'],
        [0.2, '#9a6236'],
        [0.34, '#a8703f'],
        [0.62, '#d9b285'],
        [0.76, '#f7e6bf'],
        '#fbedc9',
      ],
      surface: '#fff8ea',
      over: [stroke('M62 60c10-6 18 4 28-1s18-5 38 1M72 66c12 4 26 4 42 0', '#e3b46c', 3)],
    }),
    placed(
      166,
      150,
      0,
      1,
      shadow(2, 29, 24),
      path('M-22-10L-18 24Q0 31 18 24L22-10Z', '#fffdf8'),
      path('M4-10L22-10L18 24Q12 27 4 28Z', '#e4d3bd'),

      ellipse(0, -10, 22, 7, '#fff'),
      ellipse(0, -9.5, 18, 5, '#f9e7b8'),
    ),
  ]);

export const mocha = (sheet) =>
  sheet.finished(blush, [
    mug(sheet, { glaze: ceramics.clay, surface: '#5a2f17', y: 92, tall: 74 }),
    path(
      'M46 94C38 80 52 70 62 72C62 54 82 48 92 52C100 40 122 50 120 62C138 62 148 80 142 94C130 112 60 112 46 94Z',
      '#fff8ea',
    ),
    path('M52 92C66 102 120 104 140 86C144 100 124 110 94 110S54 102 52 92Z', '#e9d5b6'),
    path('M62 78C72 70 84 78 94 72S116 74 124 68C122 82 106 80 96 84S72 88 62 78Z', '#f1e2c8'),
    path('M76 60C84 52 92 60 98 54S112 54 116 58C112 66 102 62 96 66S82 68 76 60Z', '#fff'),
    stroke(
      'M54 84C62 62 70 66 68 84S80 94 84 70S100 46 98 70S104 96 112 76S126 58 124 76S130 90 136 80',
      '#5a2c14',
      3.4,
    ),
    placed(122, 56, 24, 1, rect(-8, -18, 17, 34, 3, '#4a2312'), rect(-8, -18, 11, 34, 3, '#6b3a20')),
  ]);

const peanut = (x, y, turn, scale) =>
  placed(
    x,
    y,
    turn,
    scale,
    path('M-22 0C-22-12-8-13 0-8C8-13 24-12 24 1C24 14 8 14 0 9C-8 13-22 12-22 0Z', '#cf9b55'),
    path('M-19-2C-18-9-8-10 0-5C8-9 18-9 20-2C12-6 6-3 0-1C-6-3-12-6-19-2Z', '#e8c07e'),
    stroke('M-14 3h0M-8-2h0M-6 5h0M6 4h0M12-1h0M14 6h0M19 2h0', '#a97736', 2.4),
  );

export const peanutLatte = (sheet) =>
  sheet.finished(mist, [
    glass(sheet, {
      cx: 96,
      top: 50,
      wide: 46,
      narrow: 40,
      level: 7,
      base: 11,
      liquid: ['#f3d9a4', [0.28, '#ecca8c'], [0.33, '#c08a52'], [0.44, '#8d5429'], [0.7, '#d9b68a'], '#efd9b8'],
      surface: '#f3d9a4',
      under: ice('78,126,28,14 116,132,28,-16', 0.3),
      over: [
        path('M56 58C56 44 72 42 82 46C92 37 112 39 118 47C130 44 139 50 136 60C126 72 66 72 56 58Z', '#f3d9a4'),
        path('M62 54C66 46 78 46 84 50C94 42 106 43 112 49C100 50 94 54 88 57C80 53 70 52 62 54Z', '#fdf0cc'),
        dots('80,56 94,50 104,56 116,55 90,62 110,62', 4.4, '#b9793a'),
        dots('86,53 99,60 110,51 74,59', 3.4, '#8f5526'),
      ],
    }),
    peanut(154, 168, -16, 0.95),
    peanut(46, 178, 24, 0.8),
  ]);

export const coldBrewTonic = (sheet) =>
  sheet.finished(mist, [
    glass(sheet, {
      liquid: ['#3a1a0b', [0.26, '#5b2c12'], [0.46, '#a9642c'], [0.62, '#dcb27a'], [0.8, '#f0e2c4'], '#f6f0dc'],
      surface: '#4a2410',
      under: [cubes, bubbles('86,140 104,150 114,118 82,156 120,152 98,138')],
      over: tops,
      front: [citrus(138, 46, 23, fruits.lime, 12)],
    }),
  ]);

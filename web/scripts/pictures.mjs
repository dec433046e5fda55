// Paints the demo cafés' menu pictures: node web/scripts/pictures.mjs writes web/pictures/*.svg, which are committed.
//
// A picture is composed of vessels and garnish that were designed once (pictures/vessels.mjs, pictures/garnish.mjs), so that
// all of them share one light and one table. Its file is named after the item: cafeLatte → cafe-latte.svg.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import * as beverage from './pictures/beverage.mjs';
import * as coffee from './pictures/coffee.mjs';
import * as dessert from './pictures/dessert.mjs';
import { Sheet } from './pictures/sheet.mjs';
import * as tea from './pictures/tea.mjs';

const fileName = (picture) => `${picture.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.svg`;

/** All pictures, as file name → SVG. */
export const paintings = () =>
  new Map(
    Object.entries({ ...coffee, ...beverage, ...tea, ...dessert }).map(([name, paint]) => [
      fileName(name),
      paint(new Sheet()),
    ]),
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL('../pictures/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const [name, svg] of paintings()) writeFileSync(new URL(name, folder), svg);
}

// node --test web/scripts: every item of the demo street has a picture that the pages' strict policy lets show.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { paintings } from './pictures.mjs';

const folder = new URL('../pictures/', import.meta.url);
const street = JSON.parse(readFileSync(new URL('../../src/traffic/demo/cafes.json', import.meta.url), 'utf8'));
const items = street.cafes.flatMap((cafe) => cafe.items);
const files = readdirSync(folder).filter((name) => name.endsWith('.svg'));

test('each item names a picture, and each picture is of an item', () => {
  const named = new Set(items.map((item) => item.image?.replace('/pictures/', '')));
  assert.deepEqual([...named].sort(), files.sort());
});

test('the committed pictures are what pictures.mjs paints', () => {
  const painted = paintings();
  assert.deepEqual([...painted.keys()].sort(), files.sort());
  for (const [name, svg] of painted) {
    assert.equal(readFileSync(new URL(name, folder), 'utf8'), svg, `${name}: run node web/scripts/pictures.mjs`);
  }
});

for (const name of files) {
  test(`${name} is small and needs nothing but itself`, () => {
    const svg = readFileSync(new URL(name, folder), 'utf8');
    assert.ok(svg.length <= 3500, `${svg.length} bytes, 3500 at most`);
    assert.match(svg, /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 200 200"/);
    assert.doesNotMatch(
      svg,
      /<(script|style|text|image|foreignObject)\b|\son\w+=|\sstyle=|href="(?!#)|url\((?!#)|NaN|undefined/,
    );
  });
}

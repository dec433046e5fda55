// Draws the apps' icons: node web/scripts/icons.mjs writes web/icons/*, which are committed.
//
// The mark is a regular's cup: the steam turns round and comes back to it. One mark, one tint for each app.
// PNGs are rendered by Chromium (CHROMIUM names it, else `chromium`).
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tints = {
  order: ['#2f7a5d', '#164635'],
  store: ['#8a5535', '#4a2817'],
  rider: ['#35699a', '#1a3a5e'],
  ops: ['#5d5a66', '#2c2a33'],
};

const mark = [
  '<path d="M378 268c84-20 84 104-14 96" fill="none" stroke="#e8cfa9" stroke-width="32" stroke-linecap="round"/>',
  '<path d="M108 228H388V292C388 372 336 408 248 408S108 372 108 292Z" fill="#fff6e6"/>',
  '<path d="M318 228H388V292C388 372 336 408 248 408C300 396 322 352 322 292Z" fill="#f0dcbc"/>',
  '<path d="M140 444H356" stroke="#e8cfa9" stroke-width="28" stroke-linecap="round"/>',
  '<path d="M318 190V150A66 66 0 0 0 186 150V178" fill="none" stroke="#f4b95f" stroke-width="32" stroke-linecap="round"/>',
  '<path d="M144 148L186 190L228 148" fill="none" stroke="#f4b95f" stroke-width="32" stroke-linecap="round" stroke-linejoin="round"/>',
].join('\n');

/** `corner` rounds the tile, `scale` is the size of the mark in it. */
function icon([light, dark], corner, scale) {
  const [x, y] = [256 - 280 * scale, 256 - 263 * scale].map((shift) => shift.toFixed(1));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
<defs><linearGradient id="a" x2="0" y2="1"><stop stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></linearGradient></defs>
<rect width="512" height="512" rx="${corner}" fill="url(#a)"/>
<g transform="translate(${x} ${y})scale(${scale})">
${mark}
</g>
</svg>
`;
}

function render(svg, size, file) {
  const folder = mkdtempSync(join(tmpdir(), 'icons-'));
  const page = join(folder, 'icon.html');
  const picture = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  writeFileSync(page, `<style>*{margin:0}img{display:block;width:${size}px}</style><img src="${picture}">`);
  execFileSync(
    process.env.CHROMIUM ?? 'chromium',
    [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update', '--hide-scrollbars'],
      `--user-data-dir=${join(folder, 'profile')}`,
      '--default-background-color=00000000',
      `--window-size=${size},${size}`,
      `--screenshot=${file}`,
      `file://${page}`,
    ],
    { stdio: 'ignore' },
  );
  rmSync(folder, { recursive: true, force: true });
}

const folder = fileURLToPath(new URL('../icons/', import.meta.url));
mkdirSync(folder, { recursive: true });
const put = (name, svg) => writeFileSync(join(folder, name), svg);

put('icon.svg', icon(tints.order, 112, 0.96));
put('icon-maskable.svg', icon(tints.order, 0, 0.78));
for (const [app, tint] of Object.entries(tints)) {
  const rounded = icon(tint, 112, 0.96);
  put(`${app}.svg`, rounded);
  render(rounded, 192, join(folder, `${app}-192.png`));
  render(rounded, 512, join(folder, `${app}-512.png`));
  render(icon(tint, 0, 0.88), 180, join(folder, `${app}-180.png`));
  render(icon(tint, 0, 0.78), 512, join(folder, `${app}-maskable-512.png`));
}

// dist/site, the pictures and the icons as one file, dist/web.pack, which the program carries and serves from memory
// (src/adapters/web/pack.hpp has the format). Each text is stored as it is, and compressed with gzip and brotli.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const web = new URL('..', import.meta.url).pathname;
const types = {
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};
const compressible = new Set(['.css', '.js', '.svg', '.webmanifest']);

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && extname(entry.name) in types)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function representations(bytes, extension) {
  const all = [['identity', bytes]];
  if (!compressible.has(extension)) return all;
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const gzip = gzipSync(bytes, { level: 9 });
  for (const [encoding, packed] of [
    ['br', brotli],
    ['gzip', gzip],
  ]) {
    if (packed.length < bytes.length * 0.9) all.push([encoding, packed]);
  }
  return all;
}

const folders = [
  [join(web, 'dist/site'), ''],
  [join(web, 'public'), ''],
  [join(web, 'pictures'), '/pictures'],
  [join(web, 'icons'), '/icons'],
];
const lines = [];
const parts = [];
let offset = 0;
for (const [folder, prefix] of folders) {
  for (const file of await filesIn(folder)) {
    const bytes = await readFile(file);
    const extension = extname(file);
    const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
    for (const [encoding, packed] of representations(bytes, extension)) {
      lines.push(
        [`${prefix}/${relative(folder, file)}`, types[extension], encoding, offset, packed.length, etag].join('\t'),
      );
      parts.push(packed);
      offset += packed.length;
    }
  }
}
const index = Buffer.from(`${lines.join('\n')}\n\n`);
const pack = Buffer.concat([Buffer.from(`dangol-web 1 ${index.length}\n`), index, ...parts]);
await mkdir(join(web, 'dist'), { recursive: true });
await writeFile(join(web, 'dist/web.pack.new'), pack);
await rename(join(web, 'dist/web.pack.new'), join(web, 'dist/web.pack'));
console.log(`web.pack: ${lines.length} representations, ${Math.round(pack.length / 1024)} KiB`);

// Fails if files of the workspace import each other in a circle: `node scripts/cycles.mjs`, part of `script/web check`.
// Types count as well: a file that needs the other's types cannot be read, moved or tested without it.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The files that one file imports, as [path, …]; only those of the workspace itself. */
function importsOf(path, text, root) {
  return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName }) => {
    if (fileName.startsWith('.')) return [resolve(dirname(path), fileName)];
    const [, name, inside = 'index.ts'] = /^@dangol\/([^/]+)(?:\/(.+))?$/.exec(fileName) ?? [];
    return name ? [join(root, 'packages', name, 'src', inside)] : [];
  });
}

/** `files`: path → text. Each circle once, as the paths along it, beginning with the first in the alphabet. */
export function cyclesIn(files, root = '/') {
  const imports = new Map([...files].map(([path, text]) => [path, importsOf(path, text, root)]));
  const cycles = new Map();
  const done = new Set();
  const visit = (path, way) => {
    const begun = way.indexOf(path);
    if (begun >= 0) {
      const circle = way.slice(begun);
      const first = circle.indexOf([...circle].sort()[0]);
      const turned = [...circle.slice(first), ...circle.slice(0, first)];
      cycles.set(turned.join(), turned);
      return;
    }
    if (done.has(path)) return;
    for (const next of imports.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of [...imports.keys()].sort()) visit(path, []);
  return [...cycles.values()];
}

function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const paths = ['apps', 'packages', 'browser'].flatMap((folder) => sourcesIn(join(root, folder)));
  const cycles = cyclesIn(new Map(paths.map((path) => [path, readFileSync(path, 'utf8')])), root);
  for (const cycle of cycles) {
    const names = [...cycle, cycle[0]].map((path) => relative(root, path));
    console.error(`import cycle: ${names.join(' → ')}`);
  }
  if (cycles.length > 0) process.exit(1);
}

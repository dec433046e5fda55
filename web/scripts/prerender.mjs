// Prerenders the first pages at build time into dist/site/pages/*.json, templates that the program fills (web/prerender/template.ts).
// The code for it is bundled as dist/prerender/pages.js, which the browser tests use as well.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const web = fileURLToPath(new URL('..', import.meta.url));
await build({
  root: web,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'prerender/pages.ts',
    outDir: 'dist/prerender',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'pages.js', codeSplitting: false } },
  },
});
const { templates } = await import(`${web}dist/prerender/pages.js`);
const html = {};
for (const app of ['order', 'store', 'rider', 'ops']) {
  html[app] = await readFile(`${web}dist/site/apps/${app}/index.html`, 'utf8');
}
await mkdir(`${web}dist/site/pages`, { recursive: true });
for (const [name, parts] of templates((app) => html[app])) {
  await writeFile(`${web}dist/site/pages/${name}.json`, JSON.stringify(parts));
}
process.exit(); // the apps' timers would keep the process alive

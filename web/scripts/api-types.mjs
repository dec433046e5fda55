// packages/api/src/schema.d.ts from api/openapi.yaml; with --check it only says whether that file is up to date.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTypescript, { astToString } from 'openapi-typescript';

const source = new URL('../../api/openapi.yaml', import.meta.url);
const target = new URL('../packages/api/src/schema.d.ts', import.meta.url);
const head = '// Generated from api/openapi.yaml by `npm run types`. Do not edit.\n\n';

const wanted = head + astToString(await openapiTypescript(source, { alphabetize: false }));
const present = await readFile(target, 'utf8').catch(() => '');
if (process.argv.includes('--check')) {
  if (present !== wanted) {
    console.error('packages/api/src/schema.d.ts is not what api/openapi.yaml says: run `npm run types` in web/');
    process.exit(1);
  }
} else if (present !== wanted) {
  await writeFile(target, wanted);
}

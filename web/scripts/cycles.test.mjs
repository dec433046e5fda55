// node --test web/scripts: import cycles are found, and nothing else is taken for one.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { cyclesIn } from './cycles.mjs';

const cyclesOf = (files) => cyclesIn(new Map(Object.entries(files)), '/web').map((cycle) => cycle.join(' '));

test('a chain and a diamond are no cycles', () => {
  const files = {
    '/web/a.ts': "import { b } from './b.ts'; import { c } from './c.ts';",
    '/web/b.ts': "import { d } from './d.ts';",
    '/web/c.ts': "import { d } from './d.ts'; import 'preact';",
    '/web/d.ts': "// import { a } from './a.ts'",
  };
  assert.deepEqual(cyclesOf(files), []);
});

test('two files that import each other are one cycle', () => {
  const files = { '/web/a.ts': "import './b.ts';", '/web/b.ts': "import './a.ts';" };
  assert.deepEqual(cyclesOf(files), ['/web/a.ts /web/b.ts']);
});

test('types, re-exports, late imports and packages close a cycle too', () => {
  const files = {
    '/web/packages/ui/src/index.ts': "export { B } from './B.tsx';",
    '/web/packages/ui/src/B.tsx': "import type { C } from '../../shell/src/c.ts';",
    '/web/packages/shell/src/c.ts': "const d = () => import('@dangol/shell/d.ts');",
    '/web/packages/shell/src/d.ts': "import { B } from '@dangol/ui';",
  };
  const names = ['shell/src/c.ts', 'shell/src/d.ts', 'ui/src/index.ts', 'ui/src/B.tsx'];
  assert.deepEqual(cyclesOf(files), [names.map((name) => `/web/packages/${name}`).join(' ')]);
});

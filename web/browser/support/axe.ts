import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** WCAG 2.2 A and AA, as far as a program can tell. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // By the debugger, not as a script element: the page's own policy forbids that, rightly.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const violations = await page.evaluate(async (tags) => {
    const axe = (window as unknown as { axe: { run: (root: Document, options: object) => Promise<AxeResults> } }).axe;
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.map(({ id, help, nodes }) => {
      const places = nodes.map((node) => `    ${node.html}\n      ${node.failureSummary ?? ''}`);
      return `${id}: ${help}\n${places.join('\n')}`;
    });
  }, rules);
  expect(violations, where).toEqual([]);
}

interface AxeResults {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

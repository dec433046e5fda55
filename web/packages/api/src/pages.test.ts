import { expect, it, vi } from 'vitest';
import { everyPage, inParts, type ListPage, type PageAsked } from './pages.ts';

const branches = Array.from({ length: 110 }, (_, number) => `branch-${number}`);

/** Cursors are the number of what was shown before. */
const list = async ({ limit, after }: PageAsked): Promise<ListPage<string>> => {
  const from = Number(after ?? 0);
  const end = from + limit;
  return { items: branches.slice(from, end), ...(end < branches.length ? { next: String(end) } : {}) };
};

it('reads a list to its end', async () => {
  const read = vi.fn(list);
  expect((await everyPage(read)).items).toEqual(branches);
  expect(read.mock.calls).toEqual([[{ limit: 100 }], [{ limit: 100, after: '100' }]]);
});

it('asks once for what fits one page', async () => {
  const read = vi.fn(async () => ({ items: ['only'], reachedAt: 'then' }));
  expect(await everyPage(read)).toEqual({ items: ['only'], reachedAt: 'then' });
  expect(read).toHaveBeenCalledTimes(1);
});

it('asks about many ids in parts', async () => {
  const read = vi.fn(async (part: string[]) => part.map((one) => one.toUpperCase()));
  expect(await inParts(['a', 'b', 'c'], 2, read)).toEqual(['A', 'B', 'C']);
  expect(read.mock.calls).toEqual([[['a', 'b']], [['c']]]);
  expect(await inParts([], 2, read)).toEqual([]);
});

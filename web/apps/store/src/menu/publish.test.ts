import type { Api, MenuItem } from '@dangol/api';
import { expect, test, vi } from 'vitest';
import { publish } from './publish.ts';

vi.mock('../services.ts', () => ({ api: {} }));

const item = (id: string): MenuItem => ({
  id,
  name: { ko: id, en: id },
  description: { ko: '', en: '' },
  category: { ko: '커피', en: 'Coffee' },
  price: { amount: 4500, currency: 'KRW' },
  units: 1,
  image: '',
  soldOut: false,
  groups: [],
});

/** A server whose menu somebody else changes `meddlings` times between a read and the write after it. */
function server(meddlings: number) {
  let menu = [item('latte')];
  let revision = 1;
  const answer = (status: number, data: unknown, headers = {}) =>
    Promise.resolve({ data, error: data, response: new Response(null, { status, headers }) });
  const calls = {
    GET: () => {
      const seen = answer(200, { items: menu }, { ETag: `"menu-${revision}"` });
      if (meddlings-- > 0) {
        menu = [...menu, item(`other${meddlings}`)];
        ++revision;
      }
      return seen;
    },
    PUT: (_: string, { params, body }: { params: { header: Record<string, string> }; body: { items: MenuItem[] } }) => {
      if (params.header['If-Match'] !== `"menu-${revision}"`) {
        return answer(412, { type: '/problems/changed-meanwhile', title: '', status: 412, detail: '그사이' });
      }
      menu = body.items;
      return answer(200, {});
    },
  };
  return { calls: calls as unknown as Api, ids: () => menu.map(({ id }) => id) };
}

const addTea = (items: readonly MenuItem[]) => [...items, item('tea')];

test('what another screen publishes between our read and our write is kept', async () => {
  const { calls, ids } = server(2);
  await publish('c1', addTea, calls);
  expect(ids()).toEqual(['latte', 'other1', 'other0', 'tea']);
});

test('a menu that never holds still is given up with what the server says', async () => {
  const { calls, ids } = server(100);
  await expect(publish('c1', addTea, calls)).rejects.toThrow('그사이');
  expect(ids()).not.toContain('tea');
});

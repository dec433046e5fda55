import type { MenuItem, OptionGroup } from '@dangol/api';
import { describe, expect, it } from 'vitest';
import {
  freshGroup,
  freshItem,
  freshOption,
  missingIn,
  moved,
  put,
  requestOf,
  ruleOf,
  withOptions,
  without,
} from './draft.ts';

const text = (ko: string, en = ko) => ({ ko, en });
const won = (amount: number) => ({ amount, currency: 'KRW' });
const option = (id: string) => ({ id, name: text(id), priceDelta: won(0), soldOut: false });
const item = (id: string, category: string, groups: OptionGroup[] = []): MenuItem => ({
  id,
  name: text(id),
  description: text(''),
  category: text(category),
  price: won(4_500),
  units: 1,
  image: '',
  soldOut: true,
  groups,
});
const ids = (items: { id: string }[]) => items.map(({ id }) => id);
const menu = [item('latte', '커피'), item('cake', '디저트'), item('mocha', '커피')];

it('moves past the neighbour of the same category', () => {
  expect(ids(moved('mocha', -1)(menu))).toEqual(['mocha', 'cake', 'latte']);
  expect(ids(moved('latte', -1)(menu))).toEqual(['latte', 'cake', 'mocha']);
  expect(ids(moved('cake', 1)(menu))).toEqual(['latte', 'cake', 'mocha']);
});
it('puts, adds and takes away', () => {
  expect(put({ ...item('cake', '디저트'), price: won(5_000) })(menu)[1]?.price.amount).toBe(5_000);
  expect(ids(put(item('tea', '티'))(menu))).toEqual(['latte', 'cake', 'mocha', 'tea']);
  expect(ids(without('cake')(menu))).toEqual(['latte', 'mocha']);
});
it('sends nothing that the server decides', () => {
  const [sent] = requestOf([{ ...item('latte', '커피'), name: text(' 라떼 ', '') }]).items;
  expect(sent).not.toHaveProperty('soldOut');
  expect(sent?.name).toEqual({ ko: '라떼', en: '라떼' });
});
it('gives each new item, group and option an id that nothing had before, and nothing gets again', () => {
  const given = Array.from({ length: 100 }, () => [
    freshItem(text('커피'), 'KRW').id,
    freshGroup().id,
    freshOption('KRW').id,
  ]).flat();
  expect(new Set(given).size).toBe(given.length);
  for (const id of given) expect(id).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
});
it('an id says nothing of the name: what comes after an item that was removed is another one', () => {
  const named = (ko: string) => ({ ...freshItem(text('커피'), 'KRW'), name: text(ko), price: won(6_000) });
  const ssanghwa = named('쌍화차');
  const shown: MenuItem[] = [{ ...ssanghwa, soldOut: true }];
  const [bingsu] = put(named('복숭아 빙수'))(without(ssanghwa.id)(shown).map((each) => ({ ...each, soldOut: true })));
  expect(bingsu?.id).not.toBe(ssanghwa.id);
  expect(named('쌍화차').id).not.toBe(ssanghwa.id);
});
it('saved twice, because an answer was lost, a new item is there once', () => {
  const fresh = { ...freshItem(text('커피'), 'KRW'), name: text('라떼'), price: won(5_000) };
  const once = put(fresh)(menu).map((each) => ({ ...each, soldOut: false }));
  expect(put(fresh)(once)).toHaveLength(menu.length + 1);
});
describe('a group of options', () => {
  const group = (min: number, max: number, ...names: string[]) => ({
    id: 'g',
    name: text('g'),
    min,
    max,
    options: names.map(option),
  });
  it('keeps its rule when options come and go', () => {
    expect(ruleOf(group(0, 2, 'a', 'b'), 2)).toBe('any');
    expect(withOptions(group(0, 2, 'a', 'b'), [option('a'), option('b'), option('c')])).toMatchObject({
      min: 0,
      max: 3,
    });
    expect(withOptions(group(1, 1, 'a'), [option('a'), option('b')])).toMatchObject({ min: 1, max: 1 });
    expect(withOptions(group(2, 3, 'a', 'b', 'c'), [option('a')])).toMatchObject({ min: 1, max: 1 });
  });
  it('has to have a name and an option', () => {
    expect(missingIn(item('a', 'b', [group(1, 1)]))).toBe('optionRequired');
    expect(missingIn(item('a', 'b', [group(1, 1, 'x')]))).toBeUndefined();
    expect(missingIn({ ...item('a', 'b'), name: text(' ') })).toBe('required');
    expect(missingIn({ ...item('a', 'b'), price: won(Number.NaN) })).toBe('required');
    const unpriced = { ...group(1, 1, 'x'), options: [{ ...option('x'), priceDelta: won(Number.NaN) }] };
    expect(missingIn(item('a', 'b', [unpriced]))).toBe('optionPriceWrong');
  });
});

import type { MenuItem, OptionGroup } from '@dangol/api';
import { describe, expect, it } from 'vitest';
import { idFor, missingIn, moved, put, requestOf, ruleOf, withOptions, without } from './draft.ts';

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
it('gives ids that can be read', () => {
  expect(idFor(text('카페 라떼', 'Caffè Latte!'), [])).toBe('caffe-latte');
  expect(idFor(text('라떼', 'Latte'), ['latte', 'latte-2'])).toBe('latte-3');
  expect(idFor(text('쌍화차', '쌍화차'), [])).toBe('item');
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
  });
});

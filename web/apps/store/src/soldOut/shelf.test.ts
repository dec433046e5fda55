import type { Menu } from '@dangol/api';
import { expect, it } from 'vitest';
import { byCategory, changesFor, isSoldOut, matches, optionsOf } from './shelf.ts';

const text = (ko: string) => ({ ko, en: ko });
const option = (id: string, soldOut = false, soldOutUntil?: string) => ({
  id,
  name: text(id),
  priceDelta: { amount: 0, currency: 'KRW' },
  soldOut,
  ...(soldOutUntil ? { soldOutUntil } : {}),
});
const item = (id: string, category: string, ...options: ReturnType<typeof option>[]) => ({
  id,
  name: text(id),
  category: text(category),
  groups: [{ id: 'milk', name: text('우유'), min: 1, max: 1, options }],
});
const now = Date.parse('2026-11-23T10:00:00Z');

it('counts an option once for all items that have it', () => {
  const menu = {
    items: [item('latte', '커피', option('oat', true), option('soy')), item('mocha', '커피', option('oat'))],
  } as unknown as Menu;
  expect(optionsOf(menu, now)).toMatchObject([
    {
      name: text('oat'),
      places: [
        { menuId: 'latte', optionId: 'oat' },
        { menuId: 'mocha', optionId: 'oat' },
      ],
      soldOutIn: 1,
    },
    { name: text('soy'), places: [{ menuId: 'latte', optionId: 'soy' }], soldOutIn: 0 },
  ]);
});
it('knows an option again by its name: its id is its own in each item', () => {
  const oat = (id: string) => ({ ...option(id), name: text('귀리 우유') });
  const menu = { items: [item('latte', '커피', oat('9f2c')), item('mocha', '커피', oat('77ab'))] } as unknown as Menu;
  const [shelf, ...others] = optionsOf(menu, now);
  expect(others).toEqual([]);
  expect(shelf && changesFor(shelf.places, true)).toEqual([
    { menuId: 'latte', optionId: '9f2c', soldOut: true },
    { menuId: 'mocha', optionId: '77ab', soldOut: true },
  ]);
});
it('takes options of another group, or of another name in either language, for others', () => {
  const regular = { ko: '보통', en: 'Regular' };
  const group = (ko: string, name = regular) => ({
    id: ko,
    name: text(ko),
    min: 1,
    max: 1,
    options: [{ ...option('regular'), name }],
  });
  const groups = [
    group('얼음'),
    group('당도'),
    group('얼음', { ko: '보통', en: 'Normal' }),
    group('얼음', { ko: '중간', en: 'Regular' }),
  ];
  const menu = { items: [{ ...item('latte', '커피'), groups }] } as unknown as Menu;
  expect(optionsOf(menu, now).map(({ places }) => places.length)).toEqual([1, 1, 1, 1]);
});
it('says until when an option is sold out only if that is so wherever it stands', () => {
  const [noon, one] = ['2026-11-23T12:00:00Z', '2026-11-23T13:00:00Z'];
  const shelf = (...until: (string | undefined)[]) => {
    const items = until.map((end, index) => item(`item ${index}`, '커피', option('oat', true, end)));
    return optionsOf({ items } as unknown as Menu, now)[0];
  };
  expect(shelf(noon, noon)?.until).toBe(noon);
  expect(shelf(noon, one)?.until).toBeUndefined();
  expect(shelf(noon, undefined)?.until).toBeUndefined();
  expect(shelf(undefined, noon)?.until).toBeUndefined();
  expect(shelf(noon, one, one)?.until).toBeUndefined();
  expect(shelf('2026-11-23T09:59:00Z', noon)).toMatchObject({ soldOutIn: 1, until: noon });
});
it('lets a sold-out end by itself', () => {
  expect(isSoldOut(option('oat', true, '2026-11-23T10:00:01Z'), now)).toBe(true);
  expect(isSoldOut(option('oat', true, '2026-11-23T10:00:00Z'), now)).toBe(false);
  expect(isSoldOut(option('oat', true), now)).toBe(true);
});
it('finds by either name', () => {
  expect(matches({ ko: '카페 라떼', en: 'Caffè latte' }, ' LATTE ')).toBe(true);
  expect(matches({ ko: '카페 라떼', en: 'Caffè latte' }, ' ')).toBe(true);
  expect(matches({ ko: '카페 라떼', en: 'Caffè latte' }, '라떼')).toBe(true);
  expect(matches({ ko: '카페 라떼', en: 'Caffè latte' }, '모카')).toBe(false);
});
it('groups as on the menu', () => {
  const menu = [item('latte', '커피'), item('tea', '티'), item('mocha', '커피')] as unknown as Menu['items'];
  expect(byCategory(menu).map(({ items }) => items.map(({ id }) => id))).toEqual([['latte', 'mocha'], ['tea']]);
});
it('gives no end to what is back', () => {
  expect(changesFor([{ menuId: 'a', optionId: 'oat' }], true, 'later')).toEqual([
    { menuId: 'a', optionId: 'oat', soldOut: true, until: 'later' },
  ]);
  expect(changesFor([{ menuId: 'a', optionId: '' }], false, 'later')).toEqual([{ menuId: 'a', soldOut: false }]);
});

import { expect, it } from 'vitest';
import { item } from './samples.ts';
import { sectionsOf } from './sections.ts';

it('groups a menu in the order in which it first names the categories', () => {
  const tea = { category: { ko: '티', en: 'Tea' } };
  const sections = sectionsOf([item('latte', 1), item('yuja', 1, [], tea), item('mocha', 1)]);
  expect(sections.map(({ id, items }) => [id, items.map((one) => one.id)])).toEqual([
    ['c-1', ['latte', 'mocha']],
    ['c-2', ['yuja']],
  ]);
});

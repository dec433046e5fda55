import { describe, expect, it } from 'vitest';
import { emptyCart, withLine } from './cart.ts';
import { changesOf, disagree, orderable } from './changes.ts';
import { americano, group, hotAmericano, item, menuOf, quoteOf, size, won } from './samples.ts';

const cart = withLine(emptyCart, hotAmericano(2));
const kinds = (changes: ReturnType<typeof changesOf>) => changes.map(({ kind }) => kind);

describe('what has changed since it was put in', () => {
  it('is nothing while all is as it was', () => {
    expect(
      changesOf(
        cart,
        menuOf(americano),
        quoteOf(cart.lines, () => 4_300),
      ),
    ).toEqual([]);
    expect(changesOf(cart, undefined, undefined)).toEqual([]);
  });
  it('is a sold-out item, which cannot be ordered', () => {
    const menu = menuOf({ ...americano, soldOut: true });
    expect(kinds(changesOf(cart, menu, undefined))).toEqual(['soldOut']);
    expect(orderable(cart, menu)).toEqual([]);
  });
  it('is an item that left the menu', () => {
    expect(kinds(changesOf(cart, menuOf(item('tea', 5_000)), undefined))).toEqual(['gone']);
  });
  it('is an option that is sold out, by name', () => {
    const menu = menuOf({ ...americano, groups: [group('temperature', 1, 1, { hot: 'soldOut', ice: 0 }), size] });
    expect(changesOf(cart, menu, undefined)).toMatchObject([
      { kind: 'optionSoldOut', options: [{ ko: 'hot', en: 'hot' }] },
    ]);
  });
  it('is another price, of which the quote knows best', () => {
    const changes = changesOf(
      cart,
      menuOf(americano),
      quoteOf(cart.lines, () => 4_500),
    );
    expect(changes).toMatchObject([{ kind: 'price', before: won(4_300), after: won(4_500) }]);
  });
  it('is another price by the menu while there is no quote', () => {
    expect(changesOf(cart, menuOf({ ...americano, price: won(4_000) }), undefined)).toMatchObject([
      { kind: 'price', after: won(4_000) },
    ]);
  });
  it('finds the price of a line behind one that cannot be had', () => {
    const tea = item('tea', 5_000);
    const both = withLine(withLine(emptyCart, hotAmericano()), { ...hotAmericano(), menuId: 'tea', options: [] });
    const menu = menuOf({ ...americano, soldOut: true }, tea);
    const quote = quoteOf(orderable(both, menu), () => 5_000);
    expect(changesOf(both, menu, quote)).toMatchObject([
      { kind: 'soldOut', key: 'americano+hot+regular' },
      { kind: 'price', key: 'tea', after: won(5_000) },
    ]);
  });
  it('is asked for again while the menu and the quote disagree', () => {
    const dearer = menuOf({ ...americano, price: won(4_500) });
    expect(
      disagree(
        cart,
        dearer,
        quoteOf(cart.lines, () => 4_300),
      ),
    ).toBe(true);
    expect(
      disagree(
        cart,
        dearer,
        quoteOf(cart.lines, () => 4_500),
      ),
    ).toBe(false);
    expect(disagree(cart, dearer, undefined)).toBe(false);
  });
});

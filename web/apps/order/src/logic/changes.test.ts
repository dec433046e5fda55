import { describe, expect, it } from 'vitest';
import { emptyCart, lineOf, withLine } from './cart.ts';
import { accepted, changesOf, disagree, orderable } from './changes.ts';
import { americano, group, hotAmericano, item, menuOf, quoteOf, size, temperature, won } from './samples.ts';

const cart = withLine(emptyCart, hotAmericano(2));
const withDelta = <T extends object>(option: T, amount: number) => ({ ...option, priceDelta: won(amount) });
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
  it('is another price, too, in another currency', () => {
    const dollars = { ...americano, price: { amount: 4_300, currency: 'USD' } };
    expect(kinds(changesOf(cart, menuOf(dollars), undefined))).toEqual(['price']);
  });
  it('is another price by the menu while there is no quote', () => {
    expect(changesOf(cart, menuOf({ ...americano, price: won(4_000) }), undefined)).toMatchObject([
      { kind: 'price', after: won(4_000) },
    ]);
  });
  it('is another item under the id of the one that was put in, at the same price', () => {
    const ssanghwa = item('item', 6_000, [], { name: { ko: '쌍화차', en: 'Ssanghwa tea' } });
    const bingsu = item('item', 6_000, [], { name: { ko: '복숭아 빙수', en: 'Peach bingsu' } });
    const held = withLine(emptyCart, lineOf(ssanghwa, [], 1));
    const quote = quoteOf(held.lines, () => 6_000);
    const [change, ...others] = changesOf(held, menuOf(bingsu), quote);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ kind: 'renamed', after: { name: { ko: '복숭아 빙수', en: 'Peach bingsu' } } });
    // Agreed to, it is what was put in; then it can be paid.
    const after = accepted(held, change as Extract<typeof change, { kind: 'renamed' }>);
    expect(after.lines[0]?.name.ko).toBe('복숭아 빙수');
    expect(changesOf(after, menuOf(bingsu), undefined)).toEqual([]);
  });
  it('is another item as the quote knows it, although the menu on the phone is an old one', () => {
    const quote = quoteOf(cart.lines, () => 4_300);
    const renamed = {
      ...quote,
      lines: quote.lines.map((line) => ({ ...line, name: { ko: '디카페인', en: 'Decaf' } })),
    };
    expect(changesOf(cart, menuOf(americano), renamed)).toMatchObject([
      { kind: 'renamed', after: { name: { ko: '디카페인', en: 'Decaf' }, unitPrice: won(4_300) } },
    ]);
  });
  it('is another option under the id of one that was chosen, and its price along with it', () => {
    const milk = (ko: string, delta: number) => ({
      ...americano,
      groups: [temperature, { ...size, options: [{ ...size.options[0], id: 'regular', name: { ko, en: ko } }] }].map(
        (each) => ({ ...each, options: each.options.map((o) => (o.id === 'regular' ? withDelta(o, delta) : o)) }),
      ) as typeof americano.groups,
    });
    const held = withLine(emptyCart, lineOf(milk('두유', 0), ['hot', 'regular'], 1));
    expect(changesOf(held, menuOf(milk('두유', 0)), undefined)).toEqual([]);
    expect(changesOf(held, menuOf(milk('우유', 300)), undefined)).toMatchObject([
      { kind: 'renamed', after: { optionNames: [{ ko: 'hot' }, { ko: '우유' }], unitPrice: won(4_600) } },
    ]);
  });
  it('is a group that has to be chosen from by now: the line cannot be ordered, the others can', () => {
    const cup = group('cup', 1, 1, { paper: 0, own: -300 });
    const menu = menuOf({ ...americano, groups: [...americano.groups, cup] }, item('tea', 5_000));
    const both = withLine(cart, lineOf(item('tea', 5_000), [], 1));
    expect(changesOf(both, menu, undefined)).toMatchObject([
      { kind: 'choose', groups: [{ ko: 'cup' }], item: { id: 'americano' }, possible: true },
    ]);
    expect(orderable(both, menu).map(({ menuId }) => menuId)).toEqual(['tea']);
  });
  it('is a group of which fewer may be taken by now', () => {
    const held = withLine(emptyCart, lineOf(americano, ['hot', 'regular', 'extra', 'vanilla'], 1));
    const fewer = group('shot', 0, 1, { extra: 500, vanilla: 500, lighter: 0 });
    const menu = menuOf({ ...americano, groups: [temperature, size, fewer] });
    expect(changesOf(held, menu, undefined)).toMatchObject([{ kind: 'choose', groups: [{ ko: 'shot' }] }]);
    expect(orderable(held, menu)).toEqual([]);
  });
  it('offers no other choice where there is none', () => {
    const none = group('cup', 1, 1, { paper: 'soldOut' });
    const menu = menuOf({ ...americano, groups: [...americano.groups, none] });
    expect(changesOf(cart, menu, undefined)).toMatchObject([{ kind: 'choose', possible: false }]);
  });
  it('lets a line be chosen again whose option has left the menu', () => {
    const menu = menuOf({ ...americano, groups: [group('temperature', 1, 1, { ice: 0 }), size] });
    expect(changesOf(cart, menu, undefined)).toMatchObject([{ kind: 'optionSoldOut', possible: true }]);
  });
  it('finds the price of a line behind one that cannot be had', () => {
    const tea = item('tea', 5_000);
    const both = withLine(withLine(emptyCart, hotAmericano()), { ...lineOf(tea, [], 1), unitPrice: won(4_300) });
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

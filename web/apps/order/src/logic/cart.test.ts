import { describe, expect, it } from 'vitest';
import {
  addTo,
  countOf,
  emptyCart,
  keyOf,
  lineOf,
  replaced,
  roomFor,
  sumOf,
  unitsOf,
  withLine,
  without,
} from './cart.ts';
import { americano, hotAmericano, item, menuOf, won } from './samples.ts';

describe('a cart', () => {
  it('makes one line of the same choice, whatever the order of its options', () => {
    const other = lineOf(americano, ['regular', 'hot'], 2);
    const cart = withLine(withLine(emptyCart, hotAmericano()), other);
    expect(cart.lines).toHaveLength(1);
    expect(countOf(cart)).toBe(3);
    expect(sumOf(cart)).toEqual(won(12_900));
  });
  it('keeps different choices apart', () => {
    const cart = withLine(withLine(emptyCart, hotAmericano()), lineOf(americano, ['ice', 'regular'], 1));
    expect(cart.lines.map(keyOf)).toEqual(['americano+hot+regular', 'americano+ice+regular']);
    expect(without(cart, 'americano+hot+regular').lines.map(keyOf)).toEqual(['americano+ice+regular']);
  });
  it('adds up what is put in twice, as far as the server takes it', () => {
    expect(countOf(withLine(withLine(emptyCart, hotAmericano(15)), hotAmericano(15)))).toBe(30);
    expect(countOf(withLine(withLine(emptyCart, hotAmericano(40)), hotAmericano(15)))).toBe(50);
  });
  it('says what it could not take: of one line', () => {
    const menu = menuOf(americano);
    const some = addTo(withLine(emptyCart, hotAmericano(40)), hotAmericano(15), menu);
    expect(some).toMatchObject({ taken: 10, cap: 'quantity' });
    expect(countOf(some.cart)).toBe(50);
    expect(addTo(some.cart, hotAmericano(), menu)).toEqual({ cart: some.cart, taken: 0, cap: 'quantity' });
    expect(addTo(emptyCart, hotAmericano(50), menu)).toMatchObject({ taken: 50, cap: undefined });
  });
  it('says what it could not take: of the work of one order', () => {
    const tray = item('tray', 30_000, [], { units: 8 });
    const cookie = item('cookie', 3_000, [], { units: 0 });
    const menu = menuOf(americano, tray, cookie);
    const cart = withLine(withLine(emptyCart, hotAmericano(50)), lineOf(tray, [], 5));
    expect(unitsOf(cart, menu)).toBe(90);
    expect(addTo(cart, lineOf(tray, [], 3), menu)).toMatchObject({ taken: 1, cap: 'units' });
    expect(addTo(cart, lineOf(cookie, [], 50), menu)).toMatchObject({ taken: 50, cap: undefined });
    expect(roomFor(cart, lineOf(tray, [], 5), menu)).toEqual({ most: 6, cap: 'units' });
    expect(roomFor(cart, hotAmericano(50), menu)).toEqual({ most: 50, cap: 'quantity' });
  });
  it('says what it could not take: another line', () => {
    const teas = Array.from({ length: 31 }, (_, index) => item(`tea-${index}`, 5_000, [], { units: 0 }));
    const full = teas.slice(0, 30).reduce((cart, tea) => withLine(cart, lineOf(tea, [], 1)), emptyCart);
    const [last] = teas.slice(30);
    expect(last && addTo(full, lineOf(last, [], 1), menuOf(...teas))).toMatchObject({ taken: 0, cap: 'lines' });
  });
  it('puts a line that was chosen again in its place, and into the same one if there is one', () => {
    const iced = lineOf(americano, ['ice', 'regular'], 2);
    const cart = withLine(withLine(emptyCart, hotAmericano(3)), iced);
    const large = lineOf(americano, ['hot', 'large'], 3);
    const menu = menuOf(americano);
    expect(replaced(cart, keyOf(hotAmericano()), large, menu).cart.lines.map(keyOf)).toEqual([
      'americano+hot+large',
      'americano+ice+regular',
    ]);
    const merged = replaced(cart, keyOf(hotAmericano()), { ...iced, quantity: 3 }, menu);
    expect(merged.cart.lines.map(({ quantity }) => quantity)).toEqual([5]);
    const toMany = replaced(cart, keyOf(hotAmericano()), { ...iced, quantity: 50 }, menu);
    expect(toMany).toMatchObject({ taken: 48, cap: 'quantity' });
    const heavy = menuOf({ ...americano, units: 60 });
    expect(replaced(cart, keyOf(hotAmericano()), large, heavy)).toEqual({ cart, taken: 0, cap: 'units' });
  });
});

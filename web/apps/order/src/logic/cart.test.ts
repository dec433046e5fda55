import { describe, expect, it } from 'vitest';
import { countOf, emptyCart, keyOf, lineOf, sumOf, withLine, without } from './cart.ts';
import { americano, hotAmericano, won } from './samples.ts';

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
  it('holds no more of one thing than a café makes', () => {
    expect(countOf(withLine(withLine(emptyCart, hotAmericano(15)), hotAmericano(15)))).toBe(20);
  });
});

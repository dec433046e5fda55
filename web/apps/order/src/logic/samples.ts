// For tests only: an item as menus have them, and what follows from it.
import type { Menu, MenuItem, Money, OptionGroup, Quote } from '@dangol/api';
import { type CartLine, lineOf } from './cart.ts';

export const won = (amount: number): Money => ({ amount, currency: 'KRW' });
const text = (name: string) => ({ ko: name, en: name });

export function group(id: string, min: number, max: number, options: Record<string, number | 'soldOut'>): OptionGroup {
  return {
    id,
    name: text(id),
    min,
    max,
    options: Object.entries(options).map(([option, delta]) => ({
      id: option,
      name: text(option),
      priceDelta: won(delta === 'soldOut' ? 0 : delta),
      soldOut: delta === 'soldOut',
    })),
  };
}

export function item(id: string, price: number, groups: OptionGroup[] = [], more: Partial<MenuItem> = {}): MenuItem {
  return {
    id,
    name: text(id),
    description: text(''),
    category: text('coffee'),
    price: won(price),
    units: 1,
    image: '',
    soldOut: false,
    groups,
    ...more,
  };
}

export const temperature = group('temperature', 1, 1, { hot: 0, ice: 0 });
export const size = group('size', 1, 1, { regular: 0, large: 700 });
export const shot = group('shot', 0, 2, { extra: 500, vanilla: 500, lighter: 0 });
export const americano = item('americano', 4_300, [temperature, size, shot]);

export const menuOf = (...items: MenuItem[]): Menu => ({ cafeId: 'euljiro', items, version: 1 });

/** What the server would answer. */
export function quoteOf(lines: readonly CartLine[], unit: (line: CartLine) => number): Quote {
  const quoted = lines.map((line) => ({
    menuId: line.menuId,
    name: line.name,
    quantity: line.quantity,
    options: [],
    unitPrice: won(unit(line)),
    price: won(unit(line) * line.quantity),
    units: 1,
  }));
  const sum = won(quoted.reduce((total, line) => total + line.price.amount, 0));
  return { lines: quoted, qty: lines.length, itemsPrice: sum, deliveryFee: won(0), totalPrice: sum };
}

export const hotAmericano = (quantity = 1): CartLine => lineOf(americano, ['hot', 'regular'], quantity);

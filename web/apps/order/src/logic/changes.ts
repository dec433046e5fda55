// What has become different since something was put into the cart. Nothing of it happens silently: each change is shown
// and takes one tap.
import type { Menu, MenuItem, Money, Quote, Text } from '@dangol/api';
import { type Cart, type CartLine, keyOf } from './cart.ts';
import { unitPrice } from './price.ts';

export type Change =
  | { kind: 'soldOut'; key: string; line: CartLine }
  | { kind: 'gone'; key: string; line: CartLine }
  | { kind: 'optionSoldOut'; key: string; line: CartLine; options: Text[] }
  | { kind: 'price'; key: string; line: CartLine; before: Money; after: Money };

const itemOf = (menu: Menu, line: CartLine): MenuItem | undefined => menu.items.find((item) => item.id === line.menuId);

/** Why a line cannot be had now, if it cannot. */
function hindrance(line: CartLine, menu: Menu): Change | undefined {
  const key = keyOf(line);
  const item = itemOf(menu, line);
  if (!item) return { kind: 'gone', key, line };
  if (item.soldOut) return { kind: 'soldOut', key, line };
  const options = item.groups.flatMap((group) => group.options);
  const missing = line.options.flatMap((id, index) => {
    const option = options.find((one) => one.id === id);
    return option && !option.soldOut ? [] : [option?.name ?? line.optionNames[index] ?? { ko: id, en: id }];
  });
  return missing.length > 0 ? { kind: 'optionSoldOut', key, line, options: missing } : undefined;
}

/** The lines that can be ordered; without a menu it is not known of any that it cannot. */
export function orderable(cart: Cart, menu: Menu | undefined): CartLine[] {
  return menu ? cart.lines.filter((line) => !hindrance(line, menu)) : cart.lines;
}

/** `quote` is of the orderable lines, in their order; its prices are the true ones, the menu's may be a moment old. */
export function changesOf(cart: Cart, menu: Menu | undefined, quote: Quote | undefined): Change[] {
  const quoted = new Map(orderable(cart, menu).map((line, index) => [keyOf(line), quote?.lines[index]]));
  return cart.lines.flatMap((line): Change[] => {
    const hindered = menu && hindrance(line, menu);
    if (hindered) return [hindered];
    const key = keyOf(line);
    const item = menu && itemOf(menu, line);
    const inQuote = quoted.get(key);
    const trusted = inQuote?.menuId === line.menuId ? inQuote.unitPrice : undefined;
    const after = trusted ?? (item ? unitPrice(item, line.options) : line.unitPrice);
    if (after.amount === line.unitPrice.amount) return [];
    return [{ kind: 'price', key, line, before: line.unitPrice, after }];
  });
}

/** One of the two has not heard yet of a new price: ask again soon. */
export function disagree(cart: Cart, menu: Menu | undefined, quote: Quote | undefined): boolean {
  if (!menu || !quote) return false;
  return orderable(cart, menu).some((line, index) => {
    const item = itemOf(menu, line);
    const quoted = quote.lines[index];
    return item && quoted?.menuId === line.menuId && quoted.unitPrice.amount !== unitPrice(item, line.options).amount;
  });
}

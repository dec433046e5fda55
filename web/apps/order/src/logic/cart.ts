// A cart for one branch, with the prices that the customer has seen. Values only; cartStore.ts keeps them.
import { type Body, limits, type Menu, type MenuItem, type Money, type Order, type Text } from '@dangol/api';
import { sorted, times, unitPrice } from './price.ts';

export type Fulfilment = Body<'Fulfilment'>;

export interface CartLine {
  menuId: string;
  options: string[];
  quantity: number;
  /** As they were when it was put in, or as the person has agreed to since. */
  name: Text;
  optionNames: Text[];
  unitPrice: Money;
  image: string;
}

export interface Cart {
  lines: CartLine[];
  fulfilment: Fulfilment;
  note: string;
}

export const emptyCart: Cart = { lines: [], fulfilment: 'pickup', note: '' };

/** Two lines with the same key are one line. */
export const keyOf = (line: Pick<CartLine, 'menuId' | 'options'>): string =>
  [line.menuId, ...sorted(line.options)].join('+');

export function lineOf(item: MenuItem, chosen: readonly string[], quantity: number): CartLine {
  const options = item.groups.flatMap((group) => group.options.filter((option) => chosen.includes(option.id)));
  return {
    menuId: item.id,
    options: options.map((option) => option.id),
    quantity,
    name: item.name,
    optionNames: options.map((option) => option.name),
    unitPrice: unitPrice(item, chosen),
    image: item.image,
  };
}

export function withLine(cart: Cart, line: CartLine): Cart {
  const key = keyOf(line);
  const same = cart.lines.find((one) => keyOf(one) === key);
  if (!same) return { ...cart, lines: [...cart.lines, line] };
  const quantity = Math.min(same.quantity + line.quantity, limits.quantity);
  // The names stay those that were agreed to: where others stand on the menu now, that is shown as a change.
  const { name, optionNames } = same;
  return { ...cart, lines: cart.lines.map((one) => (one === same ? { ...line, quantity, name, optionNames } : one)) };
}

/** Which limit of the server's keeps more from being taken. */
export type Cap = 'quantity' | 'units' | 'lines';

const unitsOfOne = (menu: Menu | undefined, menuId: string): number =>
  menu?.items.find(({ id }) => id === menuId)?.units ?? 0;

/** The work of the whole cart, as the café's bar counts it. */
export const unitsOf = (cart: Cart, menu: Menu | undefined): number =>
  cart.lines.reduce((sum, line) => sum + unitsOfOne(menu, line.menuId) * line.quantity, 0);

/** How many of this line the cart can have in all, and which limit that is. */
export function roomFor(cart: Cart, line: CartLine, menu: Menu | undefined): { most: number; cap: Cap } {
  const key = keyOf(line);
  const same = cart.lines.find((one) => keyOf(one) === key);
  if (!same && cart.lines.length >= limits.lines) return { most: 0, cap: 'lines' };
  const units = unitsOfOne(menu, line.menuId);
  const others = unitsOf(cart, menu) - units * (same?.quantity ?? 0);
  const byUnits = units > 0 ? Math.max(0, Math.floor((limits.units - others) / units)) : limits.quantity;
  return byUnits < limits.quantity ? { most: byUnits, cap: 'units' } : { most: limits.quantity, cap: 'quantity' };
}

export interface Added {
  cart: Cart;
  taken: number;
  /** Why not all of them. */
  cap: Cap | undefined;
}

/** As many as there is room for. */
export function addTo(cart: Cart, line: CartLine, menu: Menu | undefined): Added {
  const key = keyOf(line);
  const there = cart.lines.find((one) => keyOf(one) === key)?.quantity ?? 0;
  const { most, cap } = roomFor(cart, line, menu);
  const taken = Math.max(0, Math.min(line.quantity, most - there));
  return {
    cart: taken > 0 ? withLine(cart, { ...line, quantity: taken }) : cart,
    taken,
    cap: taken < line.quantity ? cap : undefined,
  };
}

/** In the place of the line with that key, as far as there is room. */
export function replaced(cart: Cart, key: string, line: CartLine, menu: Menu | undefined): Added {
  const at = cart.lines.findIndex((one) => keyOf(one) === key);
  const rest = without(cart, key);
  const added = addTo(rest, line, menu);
  if (added.taken === 0) return { ...added, cart };
  if (added.cart.lines.length === rest.lines.length) return added; // the same choice was there already
  const lines = [...rest.lines];
  lines.splice(at, 0, ...added.cart.lines.slice(-1));
  return { ...added, cart: { ...cart, lines } };
}

export function changed(cart: Cart, key: string, change: (line: CartLine) => CartLine): Cart {
  return { ...cart, lines: cart.lines.map((line) => (keyOf(line) === key ? change(line) : line)) };
}

export function without(cart: Cart, key: string): Cart {
  return { ...cart, lines: cart.lines.filter((line) => keyOf(line) !== key) };
}

/** The same once more, at the prices of that time: what has changed since is shown as a change. */
export function cartOfOrder(order: Order): Cart {
  const lines = order.lines.map((line) => ({
    menuId: line.menuId,
    options: line.options.map((option) => option.id),
    quantity: line.quantity,
    name: line.name,
    optionNames: line.options.map((option) => option.name),
    unitPrice: line.unitPrice,
    image: '',
  }));
  return { lines, fulfilment: order.fulfilment, note: order.note };
}

export const countOf = (cart: Cart): number => cart.lines.reduce((sum, line) => sum + line.quantity, 0);

export function sumOf(cart: Cart): Money {
  const currency = cart.lines[0]?.unitPrice.currency ?? 'KRW';
  const amount = cart.lines.reduce((sum, line) => sum + times(line.unitPrice, line.quantity).amount, 0);
  return { amount, currency };
}

export const basketLines = (lines: readonly CartLine[]): Body<'BasketLine'>[] =>
  lines.map(({ menuId, quantity, options }) => ({ menuId, quantity, options }));

// A cart for one branch, with the prices that the customer has seen. Values only; cartStore.ts keeps them.
import type { Body, MenuItem, Money, Order, Text } from '@dangol/api';
import { sorted, times, unitPrice } from './price.ts';

export type Fulfilment = Body<'Fulfilment'>;

export interface CartLine {
  menuId: string;
  options: string[];
  quantity: number;
  /** As they were when it was put in; of the price: as the person last agreed to it. */
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
export const linesMax = 30;
export const quantityMax = 20;

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
  const quantity = Math.min(same.quantity + line.quantity, quantityMax);
  return { ...cart, lines: cart.lines.map((one) => (one === same ? { ...line, quantity } : one)) };
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

// One cart for each branch; choosing another branch loses nothing.
import type { Menu } from '@dangol/api';
import { type Added, addTo, type Cart, type CartLine, emptyCart, keyOf } from '../logic/cart.ts';
import { sorted } from '../logic/price.ts';
import { stored, useStored } from './stored.ts';

interface Carts {
  /** The branch that /cart is about. */
  current?: string;
  of: Record<string, Cart>;
}

const carts = stored<Carts>('carts', { of: {} });
const usual = stored<Record<string, string[]>>('usual', {});

export const cartOf = (cafeId: string): Cart => carts.get().of[cafeId] ?? emptyCart;

export function useCart(cafeId: string | undefined): Cart {
  const all = useStored(carts);
  return (cafeId && all.of[cafeId]) || emptyCart;
}

export const useCurrentCafe = (): string | undefined => useStored(carts).current;

/** Also makes the branch the one that /cart is about. */
export function changeCart(cafeId: string, how: (before: Cart) => Cart): void {
  carts.change(({ of }) => ({ current: cafeId, of: { ...of, [cafeId]: how(of[cafeId] ?? emptyCart) } }));
}

export function openCart(cafeId: string): void {
  carts.change((all) => ({ ...all, current: cafeId }));
}

export function clearCart(cafeId: string): void {
  carts.change(({ of }) => ({ current: cafeId, of: { ...of, [cafeId]: { ...emptyCart, lines: [] } } }));
}

const usualKey = (cafeId: string, menuId: string) => `${cafeId}/${menuId}`;

export const usualOptions = (cafeId: string, menuId: string): string[] | undefined =>
  usual.get()[usualKey(cafeId, menuId)];

/** What the limits of an order let in. */
export function putIn(cafeId: string, line: CartLine, menu: Menu | undefined): Added {
  usual.change((all) => ({ ...all, [usualKey(cafeId, line.menuId)]: sorted(line.options) }));
  const added = addTo(cartOf(cafeId), line, menu);
  changeCart(cafeId, () => added.cart);
  return added;
}

export const sameLines = (a: Cart, b: Cart): boolean =>
  JSON.stringify(a.lines.map((line) => [keyOf(line), line.quantity])) ===
  JSON.stringify(b.lines.map((line) => [keyOf(line), line.quantity]));

import type { Order } from '@dangol/api';
import { useCommonWords } from '@dangol/i18n';
import { toast } from '@dangol/ui';
import { useLocation } from 'wouter-preact';
import { cartOf, changeCart, sameLines } from '../data/carts.ts';
import { cartOfOrder } from '../logic/cart.ts';
import { useHomeWords } from '../words/home.ts';

/** The same once more: into the cart of its branch, ready to pay. What lay there before can be had back. */
export function useAgain(): (order: Order) => void {
  const words = useHomeWords();
  const common = useCommonWords();
  const [, go] = useLocation();
  return (order) => {
    const before = cartOf(order.cafeId);
    const next = cartOfOrder(order);
    changeCart(order.cafeId, () => next);
    go('/cart');
    if (before.lines.length === 0 || sameLines(before, next)) return;
    const putBack = () => changeCart(order.cafeId, () => before);
    toast(words.putBack, { action: { label: common.undo, onClick: putBack } });
  };
}

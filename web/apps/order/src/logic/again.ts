// What somebody may want once more: their last orders, each choice once.
import type { Order } from '@dangol/api';
import { sorted } from './price.ts';
import { neverPlaced } from './steps.ts';

const worthRepeating: readonly Order['status'][] = ['PLACED', 'COMPLETED'];

/** Where the last one was placed; looking at a menu is no order. `orders`: the newest first. */
export const lastCafeOf = (orders: readonly Pick<Order, 'status' | 'cafeId'>[]): string | undefined =>
  orders.find(({ status }) => status !== 'PAYMENT_PENDING' && !neverPlaced(status))?.cafeId;

const choiceOf = (order: Order): string =>
  JSON.stringify([
    order.cafeId,
    sorted(
      order.lines.map((line) => [line.quantity, line.menuId, ...sorted(line.options.map(({ id }) => id))].join('+')),
    ),
  ]);

export function againOf(orders: readonly Order[], atMost: number): Order[] {
  const seen = new Set<string>();
  return orders
    .filter((order) => {
      if (!worthRepeating.includes(order.status) || order.lines.length === 0) return false;
      const choice = choiceOf(order);
      return !seen.has(choice) && seen.add(choice);
    })
    .slice(0, atMost);
}

import { ApiError, type Body, type Order } from '@dangol/api';
import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { clearCart } from '../data/carts.ts';
import { type Attempt, place } from '../data/placing.ts';
import type { Paying } from './PaymentCard.tsx';
import type { Checkout } from './useCheckout.ts';

/** Pays what is on the screen: the sum goes along, and the server refuses if it is another one by now. */
export function usePay(checkout: Checkout, paying: Paying) {
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const { basket, cart, quoted } = checkout;

  async function send(body: Body<'PlaceOrderRequest'>): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      arrived(await place(body));
    } catch (problem) {
      setError(problem);
      // A price or a sold-out that the screen does not show yet is there in a moment.
      if (problem instanceof ApiError && (problem.status === 409 || problem.status === 422)) {
        for (const name of ['menu', 'cafe', 'quote']) void queries.invalidateQueries({ queryKey: [name] });
      }
    } finally {
      setBusy(false);
    }
  }

  function arrived(order: Order): void {
    queries.setQueryData(['order', order.orderId], order);
    for (const name of ['orders', 'pages']) void queries.invalidateQueries({ queryKey: [name] });
    clearCart(order.cafeId);
    go(`/o/${order.orderId}`, { replace: true });
  }

  return {
    busy,
    error,
    pay: () => {
      if (!quoted) return;
      const note = cart.note.trim();
      void send({ ...basket, ...(note && { note }), totalPrice: quoted.totalPrice, payment: paying });
    },
    resume: ({ body }: Attempt) => void send(body),
  };
}

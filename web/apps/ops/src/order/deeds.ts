// The commands about an order, each as something to be asked first.
import { type Money, ok } from '@dangol/api';
import { money, useLanguage } from '@dangol/i18n';
import type { Deed } from '../ask/Ask.tsx';
import { api } from '../services.ts';
import { useDeedWords } from '../words/deeds.ts';

export interface Subject {
  orderId: string;
  /** How people call it: its call number. */
  name: string;
  paid?: Money;
  /** The provider has not said whether it was paid. */
  uncertain?: boolean;
  /** The order is not at its end. */
  open?: boolean;
}

export function useOrderDeeds() {
  const words = useDeedWords();
  const language = useLanguage();
  const with_key = (id: string, key: string) => ({
    params: { path: { id }, header: { 'Idempotency-Key': key } },
  });
  const changes = (id: string) => [['order', id], ['attention'], ['payments'], ['deliveries'], ['ledger']];

  return {
    forceCancel: ({ orderId, name, paid }: Subject): Deed => ({
      title: words.forceCancelTitle,
      effects: [
        words.forceCancelEffects.atOnce,
        paid ? words.forceCancelEffects.refund(money(paid, language)) : words.forceCancelEffects.refundAny,
        words.forceCancelEffects.ticket,
        words.forceCancelEffects.delivery,
        words.forceCancelEffects.final,
      ],
      verb: words.forceCancel,
      danger: true,
      reason: { label: words.forceCancelReason, required: true },
      run: async (key, reason) => {
        await ok(api.POST('/orders/{id}/forceCancel', { ...with_key(orderId, key), body: { reason } }));
        return words.forceCanceled(name);
      },
      changes: changes(orderId),
    }),
    refund: ({ orderId, paid, uncertain, open }: Subject): Deed => {
      const amount = paid ? money(paid, language) : '';
      return {
        title: words.refundTitle,
        effects: [
          uncertain ? words.refundEffects.whenCaptured(amount) : words.refundEffects.all(amount),
          ...(open && !uncertain ? [words.refundEffects.goesOn] : []),
          words.refundEffects.once,
        ],
        verb: words.refund,
        danger: true,
        reason: { label: words.refundReason, required: true },
        run: async (key, reason) => {
          const call = api.POST('/payments/{id}/refund', { ...with_key(orderId, key), body: { reason } });
          const { status } = await ok(call);
          if (status === 'REFUNDED') return words.refundDone;
          if (status === 'FAILED') return words.refundNone;
          return status === 'REFUND_REQUESTED' ? words.refundAsked : words.refundNoted;
        },
        changes: changes(orderId),
      };
    },
    handOver: ({ orderId }: Subject): Deed => ({
      title: words.handOverTitle,
      effects: [words.handOverEffects.done, words.handOverEffects.refund],
      verb: words.handOver,
      run: async (key) => {
        await ok(api.POST('/cafeOrders/{id}/handOver', { ...with_key(orderId, key), body: {} }));
        return words.handedOver;
      },
      changes: changes(orderId),
    }),
    release: ({ orderId }: Subject): Deed => ({
      title: words.releaseTitle,
      effects: [words.releaseEffects.free, words.releaseEffects.again],
      verb: words.release,
      run: async (key) => {
        await ok(api.POST('/deliveries/{id}/release', with_key(orderId, key)));
        return words.released;
      },
      changes: changes(orderId),
    }),
    confirm: ({ orderId }: Subject): Deed => ({
      title: words.confirmTitle,
      effects: [words.confirmEffects.sure, words.confirmEffects.done],
      verb: words.confirm,
      reason: { label: words.confirmReason, required: true },
      run: async (key, reason) => {
        await ok(api.POST('/deliveries/{id}/confirm', { ...with_key(orderId, key), body: { reason } }));
        return words.confirmed;
      },
      changes: changes(orderId),
    }),
  };
}

// The commands about an order, each as something to be asked first.
import { type DeliveryFailure, type Money, ok } from '@dangol/api';
import { money, unitOf, useLanguage } from '@dangol/i18n';
import type { Deed } from '../ask/Ask.tsx';
import { api } from '../services.ts';
import { useDeedWords } from '../words/deeds.ts';

export interface Subject {
  orderId: string;
  /** How people call it: its call number. */
  name: string;
  /** What is known to have been captured. */
  paid?: Money;
}

const bearers = ['cafe', 'head_office'] as const;
const failures = [
  'customer_absent',
  'customer_unreachable',
  'wrong_address',
  'drinks_damaged',
  'rider_unable',
] as const satisfies readonly DeliveryFailure[];
const returns = ['back', 'lost'] as const;

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
    /** Of a completed order; `left` is what can still go back. */
    refund: ({ orderId, left }: Subject & { left: Money }): Deed => ({
      title: words.refundTitle,
      effects: [words.refundEffects.part, words.refundEffects.shares, words.refundEffects.once],
      verb: words.refund,
      danger: true,
      amount: {
        label: words.refundAmount(unitOf(left.currency, language)),
        hint: words.refundLeft(money(left, language)),
        wrong: words.refundWrong(money(left, language)),
        most: left,
      },
      choice: {
        label: words.borneBy,
        options: bearers.map((value) => ({ value, label: words.bearers[value] })),
      },
      reason: { label: words.refundReason, required: true },
      run: async (key, reason, { amount = left, choice }) => {
        const borneBy = bearers.find((one) => one === choice) ?? 'cafe';
        await ok(api.POST('/payments/{id}/refund', { ...with_key(orderId, key), body: { reason, amount, borneBy } }));
        return words.refundAsked(money(amount, language));
      },
      changes: changes(orderId),
    }),
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
    fail: ({ orderId }: Subject): Deed => ({
      title: words.failTitle,
      effects: [words.failEffects.customer, words.failEffects.house, words.failEffects.final],
      verb: words.fail,
      danger: true,
      choice: {
        label: words.failReason,
        options: failures.map((value) => ({ value, label: words.failures[value] })),
      },
      reason: { label: words.failNote },
      run: async (key, note, { choice }) => {
        const reason = failures.find((one) => one === choice) ?? 'customer_absent';
        await ok(api.POST('/deliveries/{id}/fail', { ...with_key(orderId, key), body: { reason, note } }));
        return words.failed;
      },
      changes: changes(orderId),
    }),
    takeBack: ({ orderId }: Subject): Deed => ({
      title: words.takeBackTitle,
      effects: [words.takeBackEffect],
      verb: words.takeBack,
      choice: {
        label: words.takeBackHow,
        options: returns.map((value) => ({ value, label: words.returns[value] })),
      },
      run: async (key, _reason, { choice }) => {
        const body = { lost: choice === 'lost' };
        await ok(api.POST('/cafeOrders/{id}/takeBack', { ...with_key(orderId, key), body }));
        return words.takenBack;
      },
      changes: changes(orderId),
    }),
  };
}

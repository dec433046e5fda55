// Which commands the states of an order allow. The server decides; this only keeps from offering what it would refuse.
import type { Money, Payment } from '@dangol/api';

type Paid = Pick<Payment, 'status' | 'totalPrice' | 'refunded' | 'refunding'>;

export interface States {
  order?: string;
  payment?: Paid;
  ticket?: string;
  delivery?: string;
  fulfilment?: string;
}

export type Command = 'forceCancel' | 'refund' | 'handOver' | 'release' | 'confirm' | 'fail' | 'takeBack';

const openOrder: readonly (string | undefined)[] = ['PAYMENT_PENDING', 'PLACED', 'CANCEL_REQUESTED'];
export const isOpen = (order: string | undefined): boolean => openOrder.includes(order);

export function leftToRefund({ totalPrice, refunded, refunding }: Paid): Money {
  const gone = (refunded?.amount ?? 0) + (refunding?.amount ?? 0);
  return { ...totalPrice, amount: Math.max(0, totalPrice.amount - gone) };
}

/** An order that is not at its end is canceled, which refunds it; the money of one that was completed
 * or could not be delivered can be refunded, in parts too. */
export function possible({ order, payment, ticket, delivery, fulfilment }: States): Command[] {
  const commands: Command[] = [];
  const fetched = fulfilment === 'pickup' && (ticket === 'MADE' || ticket === 'NOT_COLLECTED');
  if (fetched && isOpen(order)) commands.push('handOver');
  if (delivery === 'PICKED_UP') commands.push('confirm', 'fail');
  if (ticket === 'RETURNING') commands.push('takeBack');
  if (delivery === 'CLAIMED') commands.push('release');
  const settled = payment?.status === 'SETTLED' && !payment.refunding;
  if (settled && !isOpen(order) && leftToRefund(payment).amount > 0) commands.push('refund');
  if (isOpen(order)) commands.push('forceCancel');
  return commands;
}

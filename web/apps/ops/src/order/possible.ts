// Which commands the states of an order allow. The server decides; this only keeps from offering what it would refuse.
export interface States {
  order?: string;
  payment?: string;
  ticket?: string;
  delivery?: string;
  fulfilment?: string;
}

export type Command = 'forceCancel' | 'refund' | 'handOver' | 'release' | 'confirm';

const openOrder: readonly (string | undefined)[] = ['PAYMENT_PENDING', 'PLACED', 'CANCEL_REQUESTED'];
export const isOpen = (order: string | undefined): boolean => openOrder.includes(order);

export function possible({ order, payment, ticket, delivery, fulfilment }: States): Command[] {
  const commands: Command[] = [];
  const fetched = fulfilment === 'pickup' && (ticket === 'MADE' || ticket === 'NOT_COLLECTED');
  if (fetched && isOpen(order)) commands.push('handOver');
  if (delivery === 'PICKED_UP') commands.push('confirm');
  if (delivery === 'CLAIMED') commands.push('release');
  if (payment === 'PAID' || payment === 'UNKNOWN' || payment === 'STARTED') commands.push('refund');
  if (isOpen(order)) commands.push('forceCancel');
  return commands;
}

// Under which names the rider's world is kept, and how one delivery in it is renewed.
import type { Delivery } from '@dangol/api';
import type { QueryClient } from '@tanstack/preact-query';

export const keys = {
  shift: ['shift'],
  inHand: ['inHand'],
  offers: ['offers'],
  earnings: ['earnings'],
  cafes: ['cafes'],
} as const;

export const isInHand = ({ status }: Delivery): boolean => status === 'CLAIMED' || status === 'PICKED_UP';

export const knownDelivery = (queries: QueryClient, id: string): Delivery | undefined =>
  queries.getQueryData<Delivery[]>(keys.inHand)?.find((one) => one.deliveryId === id);

/** As an answer told it: in its place, at the end, or gone. An older version changes nothing. */
export function withDelivery(inHand: readonly Delivery[], delivery: Delivery): Delivery[] {
  const known = inHand.find((one) => one.deliveryId === delivery.deliveryId);
  if (known && known.version > delivery.version) return [...inHand];
  if (!isInHand(delivery)) return inHand.filter((one) => one !== known);
  return known ? inHand.map((one) => (one === known ? delivery : one)) : [...inHand, delivery];
}

export function keepDelivery(queries: QueryClient, delivery: Delivery): void {
  queries.setQueryData<Delivery[]>(keys.inHand, (inHand = []) => withDelivery(inHand, delivery));
  queries.setQueryData<Delivery[]>(keys.offers, (offers) =>
    offers?.filter((one) => one.deliveryId !== delivery.deliveryId),
  );
}

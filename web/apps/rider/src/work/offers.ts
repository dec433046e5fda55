// The list of offers as the stream's frames change it. It never goes backwards: an older version of an offer is not news.
import type { Body, Delivery, OfferFrame } from '@dangol/api';

export type StepFrame = Body<'StepFrame'>;

export const isOffer = (frame: OfferFrame | StepFrame): frame is OfferFrame => 'fee' in frame;

export function offersAfter(offers: readonly Delivery[], frame: OfferFrame | StepFrame): Delivery[] {
  const known = offers.find((offer) => offer.deliveryId === frame.deliveryId);
  if (known && known.version >= frame.version) return [...offers];
  if (!isOffer(frame)) return offers.filter((offer) => offer.deliveryId !== frame.deliveryId);
  const offer: Delivery = { ...frame, orderId: frame.deliveryId, ready: known?.ready ?? false };
  return known
    ? offers.map((one) => (one === known ? offer : one))
    : [...offers, offer].sort((a, b) => (a.distanceMetres ?? 0) - (b.distanceMetres ?? 0));
}

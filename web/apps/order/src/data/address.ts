// Where to deliver, written once.
import type { Body, Place } from '@dangol/api';
import { stored } from './stored.ts';

export interface Address {
  address: string;
  detail: string;
  phone: string;
  note: string;
  /** Where the customer has said that it is, by the phone's location. */
  place?: Place;
  /** The address that was written then; empty: none yet. */
  placeFor?: string;
}

export const address = stored<Address>('address', { address: '', detail: '', phone: '', note: '' });

const phoneDigitsMin = 8;

/** A number that can be called, however it is grouped. */
function isCallable(phone: string): boolean {
  return /^[\d\s()+.-]+$/.test(phone) && phone.replace(/\D/g, '').length >= phoneDigitsMin;
}

/** What is missing; `moved`: another address was written after the place was confirmed. */
export type Lack = 'address' | 'place' | 'moved' | 'phone';

/** Whether the customer has confirmed where this address is. */
export const isPlaced = ({ address, place, placeFor }: Address): boolean =>
  place !== undefined && (placeFor === '' || placeFor === address.trim());

export function lackOf(to: Address): Lack | undefined {
  if (!to.address.trim()) return 'address';
  if (!to.place || to.placeFor === undefined) return 'place';
  if (!isPlaced(to)) return 'moved';
  return isCallable(to.phone.trim()) ? undefined : 'phone';
}

/** The place belongs to the address that has been written after it. */
export const bound = (to: Address): Address =>
  to.place && to.placeFor === '' ? { ...to, placeFor: to.address.trim() } : to;

/** Undefined while something is missing: a rider is sent to a place that the customer has confirmed, or to none. */
export function destinationOf(to: Address): Body<'BasketDestination'> | undefined {
  const { detail, phone, note, place } = to;
  if (!place || lackOf(to)) return undefined;
  return {
    address: to.address.trim(),
    place,
    phone: phone.trim(),
    ...(detail.trim() && { detail: detail.trim() }),
    ...(note.trim() && { note: note.trim() }),
  };
}

// Where to deliver, written once.
import type { Body, Place } from '@dangol/api';
import { stored } from './stored.ts';

export interface Address {
  address: string;
  detail: string;
  phone: string;
  note: string;
  place?: Place;
}

export const address = stored<Address>('address', { address: '', detail: '', phone: '', note: '' });

export const isComplete = (to: Address): boolean => to.address.trim() !== '';

/** Of a place nobody knows the café's own is given: the rider goes by the address. */
export function destinationOf(to: Address, fallback: Place): Body<'BasketDestination'> {
  const { detail, phone, note, place } = to;
  return {
    address: to.address.trim(),
    place: place ?? fallback,
    ...(detail.trim() && { detail: detail.trim() }),
    ...(phone.trim() && { phone: phone.trim() }),
    ...(note.trim() && { note: note.trim() }),
  };
}

// The steps of a delivery that are tapped where there may be no network: in the lift, in the cellar, at the door.
import { createOutbox, type Delivery, type Pending } from '@dangol/api';
import { allOf, language, money } from '@dangol/i18n';
import { toast } from '@dangol/ui';
import { queries, session } from '../services.ts';
import { words } from '../words.ts';
import { keepDelivery, keys, knownDelivery } from './keys.ts';
import { leaveNote, notesWereAnswered } from './notes.ts';
import type { Tap } from './steps.ts';

export const outbox = createOutbox('rider', { session, onSent: sent, onRefused: refused });

export function pickUp({ deliveryId, callNumber }: Delivery): void {
  tap(deliveryId, 'start', { callNumber });
}
export function deliver({ deliveryId }: Delivery, pin: string): void {
  tap(deliveryId, 'confirm', { pin });
}

function tap(deliveryId: string, label: Tap, body: unknown): void {
  notesWereAnswered(deliveryId);
  outbox.add({ path: `/deliveries/${deliveryId}/${label}`, body, subject: deliveryId, label });
}

/** "4821 · 단골 을지로점" */
export function nameOf(delivery: Delivery | undefined): string {
  if (!delivery) return words[language()].delivery;
  return [delivery.callNumber, allOf(delivery.cafe.name)].filter(Boolean).join(' · ');
}

function sent(pending: Pending, answer: unknown): void {
  const delivery = answer as Delivery;
  keepDelivery(queries, delivery);
  void queries.invalidateQueries({ queryKey: keys.shift });
  if (pending.label !== 'confirm') return;
  void queries.invalidateQueries({ queryKey: keys.earnings });
  toast(words[language()].delivered(money(delivery.fee, language())));
}

/** It stays on the screen until it was read: the rider may long be somewhere else. */
function refused(pending: Pending, error: Error): void {
  leaveNote(pending.subject, nameOf(knownDelivery(queries, pending.subject)), error.message);
  void queries.invalidateQueries({ queryKey: keys.inHand });
}

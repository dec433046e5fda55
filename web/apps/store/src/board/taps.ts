// What a tap on a ticket does: into the outbox, held for as long as it can be taken back.
import type { CafeReason } from '@dangol/api';
import { outbox } from '../services.ts';
import { holdMs, isStep, type Step, stepPath } from './ticket.ts';

const tapsOf = (orderId: string) => outbox.pending().filter((tap) => tap.subject === orderId);

/** The next step confirms the one before: that is sent now. */
export function tapStep(orderId: string, step: Step, body: object = {}): void {
  for (const tap of tapsOf(orderId)) outbox.sendNow(tap.key);
  outbox.add({ path: stepPath(orderId, step), body, subject: orderId, label: step, holdMs });
}

export interface Refusal {
  reason: CafeReason;
  note?: string;
  /** Marked sold out in the same step, and taken back with it. */
  soldOut?: { cafeId: string; menuIds: string[]; until: string };
}

export function refuse(orderId: string, step: 'reject' | 'abort', { reason, note, soldOut }: Refusal): void {
  tapStep(orderId, step, { reason, ...(note ? { note } : {}) });
  for (const menuId of soldOut?.menuIds ?? []) {
    outbox.add({
      path: `/cafes/${soldOut?.cafeId}/soldOut`,
      body: { menuId, soldOut: true, until: soldOut?.until },
      subject: orderId,
      label: 'soldOut',
      holdMs,
    });
  }
}

/** The last step of this ticket, with whatever was tapped along with it. False when it had been sent already. */
export function undoStep(orderId: string): boolean {
  for (const tap of tapsOf(orderId).reverse()) {
    if (!outbox.undo(tap.key)) return false;
    if (isStep(tap.label)) return true;
  }
  return false;
}

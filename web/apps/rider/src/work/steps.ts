// Where a delivery stands for the one who carries it: what the server knows, and what was tapped since.
import type { Delivery, Pending } from '@dangol/api';

/** To the shop, to the door, nothing more to do. */
export type Step = 'shop' | 'door' | 'done';
/** The labels of taps in the outbox. */
export type Tap = 'start' | 'confirm';

export interface Job {
  delivery: Delivery;
  step: Step;
  /** The PIN is being checked: a moment later it is known, or there is no network. */
  checking: boolean;
}

/** How long a PIN is waited for before the rider goes on without an answer. */
export const patienceMs = 2_000;

export function jobOf(delivery: Delivery, pending: readonly Pending[], now: number): Job {
  const taps = pending.filter((tap) => tap.subject === delivery.deliveryId);
  const confirm = taps.find((tap) => tap.label === 'confirm');
  const checking = confirm !== undefined && now - confirm.tappedAt < patienceMs;
  if (delivery.status === 'DELIVERED' || (confirm && !checking)) return { delivery, step: 'done', checking: false };
  const pickedUp = delivery.status === 'PICKED_UP' || taps.some((tap) => tap.label === 'start');
  return { delivery, step: pickedUp ? 'door' : 'shop', checking };
}

/** The one that was chosen, else the one to go on with: what is on board goes before what is still in the shop. */
export function jobToShow(jobs: readonly Job[], chosen: string | undefined): Job | undefined {
  const open = jobs.filter((job) => job.step !== 'done');
  return (
    open.find((job) => job.delivery.deliveryId === chosen) ?? open.find((job) => job.step === 'door') ?? open.at(0)
  );
}

// Where a delivery stands for the one who carries it: what the server knows, and what was tapped since.
import type { Delivery, Pending } from '@dangol/api';

/** To the shop, to the door, nothing more to do. */
export type Step = 'shop' | 'door' | 'done';
/** The labels of taps in the outbox. */
export type Tap = 'start' | 'confirm';

export interface Job {
  delivery: Delivery;
  step: Step;
  /** The server has not heard of this step yet. */
  unsent: boolean;
}

export function jobOf(delivery: Delivery, pending: readonly Pending[]): Job {
  const taps = pending.filter((tap) => tap.subject === delivery.deliveryId).map((tap) => tap.label);
  const step =
    taps.includes('confirm') || delivery.status === 'DELIVERED'
      ? 'done'
      : taps.includes('start') || delivery.status === 'PICKED_UP'
        ? 'door'
        : 'shop';
  return { delivery, step, unsent: taps.length > 0 };
}

/** The one that was chosen, else the one to go on with: what is on board goes before what is still in the shop. */
export function jobToShow(jobs: readonly Job[], chosen: string | undefined): Job | undefined {
  const open = jobs.filter((job) => job.step !== 'done');
  return (
    open.find((job) => job.delivery.deliveryId === chosen) ?? open.find((job) => job.step === 'door') ?? open.at(0)
  );
}

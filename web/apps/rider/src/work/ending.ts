// What a rider has to be told of a delivery that is in hand no more.
import type { Delivery } from '@dangol/api';

export type Ending = 'recalled' | 'canceled' | 'returning' | 'failed' | 'reassigned' | 'gone';

/** `status`: where it stands now, as far as this rider may know. `aboard`: the rider had picked the drinks up. */
export function endingOf(status: Delivery['status'] | undefined, aboard: boolean): Ending | undefined {
  if (status === 'DELIVERED' || status === 'CLAIMED' || status === 'PICKED_UP') return undefined;
  if (status === 'RETURNING') return 'returning';
  if (status === 'FAILED') return 'failed';
  if (status === 'CANCELED') return aboard ? 'recalled' : 'canceled';
  return status === 'OFFERED' ? 'reassigned' : 'gone';
}

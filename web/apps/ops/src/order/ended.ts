// Whether an order is over, and since when.
import type { CafeOrder, MyPage } from '@dangol/api';
import type { RecordedEvent } from './story.ts';

const overTickets: readonly string[] = [
  'HANDED_OVER',
  'NOT_COLLECTED',
  'RETURNED',
  'LOST',
  'VOID',
  'REJECTED',
  'ABORTED',
] satisfies CafeOrder['status'][];
const overPages: readonly string[] = [
  'UNCLAIMED',
  'UNDELIVERED',
  'COMPLETED',
  'PAYMENT_FAILED',
  'EXPIRED',
  'CANCELED',
  'REJECTED',
] satisfies MyPage['orderStatus'][];

export const isTicketOver = (status: string): boolean => overTickets.includes(status);
export const isPageOver = (status: string): boolean => overPages.includes(status);

const endings: ReadonlySet<string> = new Set([
  'OrderRejected',
  'CancelGranted',
  'TicketVoided',
  'MakeAborted',
  'HandedOver',
  'CollectedByRider',
  'NotCollected',
  'DrinksReturned',
]);

/** When the branch was done with it. `events`: the branch's, as they happened; what is fetched late after all ends it again. */
export const endOf = (events: readonly Pick<RecordedEvent, 'type' | 'time'>[]): string | undefined =>
  events.findLast(({ type }) => endings.has(type))?.time;

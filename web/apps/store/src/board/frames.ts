// What the stream tells, put into the list of tickets. Versions order things: what is older than what is known is dropped.
import type { CafeOrder } from '@dangol/api';
import type { Status } from './ticket.ts';

const statusAfter: Record<string, Status> = {
  OrderApproved: 'APPROVED',
  OrderRejected: 'REJECTED',
  MakeStarted: 'MAKING',
  MakeCompleted: 'MADE',
  HandedOver: 'HANDED_OVER',
  CollectedByRider: 'HANDED_OVER',
  NotCollected: 'NOT_COLLECTED',
  CancelGranted: 'VOID',
  TicketVoided: 'VOID',
  MakeAborted: 'ABORTED',
  ReturnExpected: 'RETURNING',
  DrinksReturned: 'RETURNED',
};

interface Frame {
  orderId: string;
  version: number;
  promisedAt?: string;
  startedAt?: string;
  madeAt?: string;
  collectBy?: string;
  lost?: boolean;
}

/** Undefined: the frame is of a ticket that is not in the list, so the list has to be read again. */
export function applyFrame(orders: readonly CafeOrder[], event: string, data: unknown): CafeOrder[] | undefined {
  const frame = data as Frame;
  const known = orders.find((order) => order.orderId === frame.orderId);
  if (event === 'CafeOrderAdded') {
    if (known) return [...orders];
    return [...orders, { ...(data as CafeOrder), status: 'RECEIVED' }];
  }
  const status = event === 'DrinksReturned' && frame.lost ? 'LOST' : statusAfter[event];
  if (!status) return [...orders];
  if (!known) return undefined;
  return patch(orders, frame.orderId, frame.version, { status, ...timesOf(frame) });
}

export function patch(
  orders: readonly CafeOrder[],
  orderId: string,
  version: number,
  change: Partial<CafeOrder>,
): CafeOrder[] {
  return orders.map((order) =>
    order.orderId === orderId && version >= order.version ? { ...order, ...change, version } : order,
  );
}

function timesOf({ promisedAt, startedAt, madeAt, collectBy }: Frame): Partial<CafeOrder> {
  return {
    ...(promisedAt ? { promisedAt } : {}),
    ...(startedAt ? { startedAt } : {}),
    ...(madeAt ? { madeAt } : {}),
    ...(collectBy ? { collectBy } : {}),
  };
}

/** A list that was read while frames came in: of each ticket the newer of the two. */
export function newest(read: readonly CafeOrder[], known: readonly CafeOrder[]): CafeOrder[] {
  const versions = new Map(known.map((order) => [order.orderId, order]));
  return read.map((order) => {
    const mine = versions.get(order.orderId);
    return mine && mine.version > order.version ? mine : order;
  });
}

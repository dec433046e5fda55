// What becomes of a tap when the server has answered: the list says it at once, without waiting for the stream.
import { type CafeOrder, type Pending, serverNow } from '@dangol/api';
import type { QueryClient } from '@tanstack/preact-query';
import { patch } from './frames.ts';
import type { Status } from './ticket.ts';

interface StepAnswer {
  orderId: string;
  status: Status;
  version: number;
}

export function onTapSent(queries: QueryClient, tap: Pending, answer: unknown): void {
  if (tap.path.startsWith('/cafes/')) {
    void queries.invalidateQueries({ queryKey: ['menu'] });
    return;
  }
  const { orderId, status, version } = (answer ?? {}) as Partial<StepAnswer>;
  if (!orderId || !status || version === undefined) return;
  const now = new Date(serverNow()).toISOString();
  const times = status === 'MADE' ? { madeAt: now } : status === 'MAKING' ? { startedAt: now } : {};
  queries.setQueriesData<CafeOrder[]>(
    { queryKey: ['tickets'] },
    (orders) => orders && patch(orders, orderId, version, { status, ...times }),
  );
}

/** Somebody else was quicker, such as the customer who canceled: see how it stands. */
export function onTapRefused(queries: QueryClient, tap: Pending): void {
  void queries.invalidateQueries({ queryKey: [tap.path.startsWith('/cafes/') ? 'menu' : 'tickets'] });
}

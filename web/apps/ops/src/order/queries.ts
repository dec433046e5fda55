// One order from each context that knows of it: the page stands although one of them is away.
import { ApiError, everyPage, ok } from '@dangol/api';
import { api } from '../services.ts';
import type { RecordedEvent } from './story.ts';

/** Not there yet, or never: an order that was not paid has no ticket, one for pickup no delivery. */
async function ifAny<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

const at = (id: string) => ({ params: { path: { id } } });

export const orderQuery = (id: string) => ({
  queryKey: ['order', id, 'order'],
  queryFn: () => ifAny(ok(api.GET('/orders/{id}', at(id)))),
});
export const pageQuery = (id: string) => ({
  queryKey: ['order', id, 'page'],
  queryFn: () => ifAny(ok(api.GET('/myPages/{id}', at(id)))),
});
export const paymentQuery = (id: string) => ({
  queryKey: ['order', id, 'payment'],
  queryFn: () => ifAny(ok(api.GET('/payments/{id}', at(id)))),
});
export const ticketQuery = (id: string) => ({
  queryKey: ['order', id, 'ticket'],
  queryFn: () => ifAny(ok(api.GET('/cafeOrders/{id}', at(id)))),
});
export const deliveryQuery = (id: string) => ({
  queryKey: ['order', id, 'delivery'],
  queryFn: () => ifAny(ok(api.GET('/deliveries/{id}', at(id)))),
});

const tellers = ['order', 'payment', 'cafe', 'delivery', 'notification'] as const;
export interface Recorded {
  events: RecordedEvent[];
  /** Contexts that did not answer. */
  silent: string[];
}

export const recordedQuery = (id: string) => ({
  queryKey: ['order', id, 'events'],
  queryFn: async (): Promise<Recorded> => {
    const silent: string[] = [];
    const lists = await Promise.all(
      tellers.map(async (context) => {
        const path = { context };
        try {
          const read = everyPage((page) =>
            ok(api.GET('/contexts/{context}/events', { params: { path, query: { order: id, ...page } } })),
          );
          return (await read).items;
        } catch (error) {
          if (error instanceof ApiError && error.status === 401) throw error;
          silent.push(context);
          return [];
        }
      }),
    );
    return { events: lists.flat(), silent };
  },
});

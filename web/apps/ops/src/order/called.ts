// Which orders a call number belongs to. The contract asks for tickets by branch, so each branch is asked.
import { ApiError, type Cafe, type CafeOrder, everyPage, ok } from '@dangol/api';
import { api } from '../services.ts';
import { endOf, isTicketOver } from './ended.ts';

export interface Called {
  cafe: Cafe;
  ticket: CafeOrder;
  /** Of one that is over, where the branch's records tell. */
  endedAt: string | undefined;
}

/** A ticket does not say when it ended; the branch's events do. */
async function endedAt({ orderId, status }: CafeOrder): Promise<string | undefined> {
  if (!isTicketOver(status)) return undefined;
  const params = { path: { context: 'cafe' as const } };
  try {
    const events = await everyPage((page) =>
      ok(api.GET('/contexts/{context}/events', { params: { ...params, query: { order: orderId, ...page } } })),
    );
    return endOf(events.items);
  } catch (error) {
    if (error instanceof ApiError && error.status !== 401) return undefined; // found all the same
    throw error;
  }
}

export const calledQuery = (number: string) => ({
  queryKey: ['called', number],
  queryFn: async (): Promise<Called[]> => {
    const { items: cafes } = await everyPage((query) => ok(api.GET('/cafes', { params: { query } })));
    const boards = await Promise.all(
      cafes.map(async (cafe) => {
        const of = { cafeId: cafe.id, done: 100 };
        const board = await everyPage((page) => ok(api.GET('/cafeOrders', { params: { query: { ...of, ...page } } })));
        return board.items.map((ticket) => ({ cafe, ticket }));
      }),
    );
    const found = boards.flat().filter(({ ticket }) => ticket.callNumber === number);
    found.sort((a, b) => b.ticket.orderDate.localeCompare(a.ticket.orderDate));
    return Promise.all(found.map(async (one) => ({ ...one, endedAt: await endedAt(one.ticket) })));
  },
});

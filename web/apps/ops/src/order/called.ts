// Which orders a call number belongs to. The contract asks for tickets by branch, so each branch is asked.
import { type Cafe, type CafeOrder, everyPage, ok } from '@dangol/api';
import { api } from '../services.ts';

export interface Called {
  cafe: Cafe;
  ticket: CafeOrder;
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
    return found.sort((a, b) => b.ticket.orderDate.localeCompare(a.ticket.orderDate));
  },
});

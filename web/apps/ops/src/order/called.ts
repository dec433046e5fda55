// Which orders a call number belongs to. The contract asks for tickets by branch, so each branch is asked.
import { type Cafe, type CafeOrder, ok } from '@dangol/api';
import { api } from '../services.ts';

export interface Called {
  cafe: Cafe;
  ticket: CafeOrder;
}

export const calledQuery = (number: string) => ({
  queryKey: ['called', number],
  queryFn: async (): Promise<Called[]> => {
    const { items: cafes } = await ok(api.GET('/cafes'));
    const boards = await Promise.all(
      cafes.map(async (cafe) => {
        const query = { cafeId: cafe.id, done: 100, limit: 100 };
        const board = await ok(api.GET('/cafeOrders', { params: { query } }));
        return board.items.map((ticket) => ({ cafe, ticket }));
      }),
    );
    const found = boards.flat().filter(({ ticket }) => ticket.callNumber === number);
    return found.sort((a, b) => b.ticket.orderDate.localeCompare(a.ticket.orderDate));
  },
});

// Where one order stands: read once, then told by its stream. What is shown never goes backwards.
import { ApiError, type MyPage, ok, type QueuePosition } from '@dangol/api';
import { remembered, useSession, useStream } from '@dangol/shell';
import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { api, session } from '../services.ts';

const notYetMs = 600;
const notYetTries = 15;
const withoutStreamMs = 5_000; // where something between us lets no stream through

/** The place in the queue moves by frames of its own, so a page that does not tell it says nothing against it. */
export function newer(before: MyPage | undefined, next: MyPage): MyPage {
  const page = before && before.version > next.version ? before : next;
  const queue = next.queue ?? before?.queue;
  return queue ? { ...page, queue } : page;
}

/** A frame of the page says nothing of the queue, which has frames of its own. */
export const told = (before: MyPage | undefined, next: MyPage): MyPage =>
  newer(before, before?.queue ? { ...next, queue: before.queue } : next);

export function useOrderPage(orderId: string) {
  const queries = useQueryClient();
  const me = useSession(session);
  const key = ['page', orderId];
  const state = useStream(session, me && `/myPages/${encodeURIComponent(orderId)}/stream`, {
    onFrame(event, data) {
      if (event === 'page') queries.setQueryData<MyPage>(key, (before) => told(before, data as MyPage));
      if (event !== 'queue') return;
      queries.setQueryData<MyPage>(key, (before) => before && { ...before, queue: data as QueuePosition });
      // The frame came before the page it belongs to: the page is read with it.
      if (!queries.getQueryData(key)) void queries.invalidateQueries({ queryKey: key });
    },
    onOpen: () => void queries.invalidateQueries({ queryKey: key }),
  });
  const query = useQuery({
    queryKey: key,
    queryFn: async () => {
      const page = await ok(api.GET('/myPages/{id}', { params: { path: { id: orderId } } }));
      return newer(queries.getQueryData<MyPage>(key), page);
    },
    enabled: me !== undefined,
    // An order that was placed a moment ago may not have reached this side yet.
    retry: (count, error) =>
      error instanceof ApiError && ((error.status === 404 && count < notYetTries) || (error.status === 0 && count < 3)),
    retryDelay: notYetMs,
    refetchInterval: state.kind === 'lost' ? withoutStreamMs : false,
    ...remembered,
  });
  return { ...query, signedIn: me !== undefined, state };
}

/** The order itself: in memory right after it was placed, and with the ids for ordering it again. */
export function useOrder(orderId: string) {
  const me = useSession(session);
  return useQuery({
    queryKey: ['order', orderId],
    queryFn: () => ok(api.GET('/orders/{id}', { params: { path: { id: orderId } } })),
    enabled: me !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    ...remembered,
  });
}

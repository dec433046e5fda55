// The tickets of the branch, live: read, then kept up to date by the stream, read again after each connection.
import { type CafeOrder, everyPage, ok } from '@dangol/api';
import { keepFrame, remembered, useOutbox, useStream } from '@dangol/shell';
import { announce, chime, toast } from '@dangol/ui';
import { queryOptions, useQuery } from '@tanstack/preact-query';
import { useEffect, useMemo } from 'preact/hooks';
import { useCafeId } from '../cafe.ts';
import { api, outbox, queries, session } from '../services.ts';
import { useBoardWords } from '../words/board.ts';
import { applyFrame, newest } from './frames.ts';
import { withTaps } from './ticket.ts';

const doneShown = 20;

const keyOf = (cafeId: string) => ['tickets', cafeId] as const;

export const ticketsQuery = (cafeId: string) =>
  queryOptions({
    queryKey: keyOf(cafeId),
    queryFn: async () => {
      const of = { cafeId, done: doneShown };
      const { items } = await everyPage((page) =>
        ok(api.GET('/cafeOrders', { params: { query: { ...of, ...page } } })),
      );
      return newest(items, queries.getQueryData<CafeOrder[]>(keyOf(cafeId)) ?? []);
    },
    ...remembered,
  });

/** As they stand with the taps made here. */
export function useTickets() {
  const query = useQuery(ticketsQuery(useCafeId()));
  const pending = useOutbox(outbox);
  const tickets = useMemo(() => withTaps(query.data ?? [], pending), [query.data, pending]);
  return { ...query, tickets };
}

/** Once, above all screens: keeps the list alive, and says what arrived. */
export function useTicketStream() {
  const cafeId = useCafeId();
  const words = useBoardWords();
  const key = keyOf(cafeId);

  const state = useStream(session, `/cafeOrders/stream?cafeId=${encodeURIComponent(cafeId)}`, {
    onOpen: () => void queries.invalidateQueries({ queryKey: key }),
    onFrame: (event, data) => {
      const orders = queries.getQueryData<CafeOrder[]>(key);
      const known = orders?.find((order) => order.orderId === (data as CafeOrder).orderId);
      const next = orders && applyFrame(orders, event, data);
      if (next) {
        queries.setQueryData(key, next);
        keepFrame(queries, key);
      } else void queries.invalidateQueries({ queryKey: key });
      void queries.invalidateQueries({ queryKey: ['queue', cafeId] });
      if (event === 'CafeOrderAdded' && !known) announce(words.arrived((data as CafeOrder).callNumber), 'assertive');
      const canceled = event === 'CancelGranted' || event === 'TicketVoided';
      if (known && (canceled || event === 'ReturnExpected')) {
        const said = canceled ? words.canceled(known.callNumber) : words.coming(known.callNumber);
        chime('changed');
        announce(said, 'assertive');
        toast(said, { ms: 10_000 });
      }
    },
  });

  const lost = state.kind === 'lost';
  useEffect(() => {
    if (!lost) return;
    const grace = setTimeout(() => chime('lost'), 2_000);
    const again = setInterval(() => chime('lost'), 20_000);
    return () => {
      clearTimeout(grace);
      clearInterval(again);
    };
  }, [lost]);
  return state;
}

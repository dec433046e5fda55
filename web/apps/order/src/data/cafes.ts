// Branches, menus and queues: as the page brought them, then as the server says.
import { ApiError, type Cafe, everyPage, inParts, ok, type Place, type QueueLength, serverNow } from '@dangol/api';
import { remembered, useStream } from '@dangol/shell';
import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef } from 'preact/hooks';
import { api, session } from '../services.ts';
import { queuesOf } from './boot.ts';

const queueMs = 15_000;
const queuesAtOnce = 100; // as the contract allows
const settlesMs = 1_500;

export function useCafes(place: Place | undefined) {
  return useQuery({
    queryKey: ['cafes', place ?? null],
    queryFn: async () => {
      const from = place ? { lat: place.latitude, lng: place.longitude } : {};
      return (await everyPage((page) => ok(api.GET('/cafes', { params: { query: { ...from, ...page } } })))).items;
    },
    placeholderData: (before: Cafe[] | undefined) => before,
    refetchInterval: 60_000,
    ...remembered,
  });
}

/** Nothing where a queue is not known: it is a help, never a hindrance. */
export function useQueues(cafeIds: readonly string[]) {
  const cafes = queuesOf(cafeIds);
  const { data } = useQuery({
    queryKey: ['queues', cafes],
    queryFn: () =>
      inParts(cafes.split(','), queuesAtOnce, async (part) => {
        const params = { query: { cafes: part.join(',') } };
        return (await ok(api.GET('/myPages/queues', { params }))).items;
      }),
    enabled: cafes !== '',
    refetchInterval: queueMs,
  });
  return new Map((data ?? []).map((queue) => [queue.cafeId, queue]));
}

/** null: there is no such branch. */
export function useCafe(cafeId: string | undefined) {
  return useQuery<Cafe | null>({
    queryKey: ['cafe', cafeId],
    queryFn: () => ok(api.GET('/cafes/{id}', { params: { path: { id: cafeId ?? '' } } })).catch(nullIfNotFound),
    enabled: cafeId !== undefined,
    ...remembered,
  });
}

function nullIfNotFound(error: unknown): null {
  if (error instanceof ApiError && error.status === 404) return null;
  throw error;
}

export function useMenu(cafeId: string | undefined) {
  return useQuery({
    queryKey: ['menu', cafeId],
    queryFn: () => ok(api.GET('/cafes/{id}/menu', { params: { path: { id: cafeId ?? '' } } })),
    enabled: cafeId !== undefined,
    ...remembered,
  });
}

export function useQueue(cafeId: string | undefined): QueueLength | undefined {
  const { data } = useQuery({
    queryKey: ['queue', cafeId],
    queryFn: () => ok(api.GET('/myPages/queues/{cafeId}', { params: { path: { cafeId: cafeId ?? '' } } })),
    enabled: cafeId !== undefined,
    refetchInterval: queueMs,
    retry: (count, error) => !(error instanceof ApiError) || (error.status === 0 && count < 3),
  });
  return data;
}

/** Keeps a branch, its menu and what is quoted from it true while it is shown. */
export function useLiveCafe(cafeId: string | undefined) {
  const queries = useQueryClient();
  const cafe = useCafe(cafeId);
  const menu = useMenu(cafeId);
  const again = () => {
    for (const name of ['cafe', 'menu']) void queries.invalidateQueries({ queryKey: [name, cafeId] });
    void queries.invalidateQueries({ queryKey: ['quote'] });
  };
  const late = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(late.current), []);
  /** Where orders are priced a change may be heard of a moment later than here. */
  const changed = () => {
    again();
    clearTimeout(late.current);
    late.current = setTimeout(() => void queries.invalidateQueries({ queryKey: ['quote'] }), settlesMs);
  };
  const state = useStream(session, cafeId && `/cafes/${encodeURIComponent(cafeId)}/stream`, {
    onFrame: changed,
    onOpen: again,
  });
  useWhenItEnds(endOf(cafe.data, menu.data?.items), again);
  return { cafe, menu, state };
}

type Ending = { soldOutUntil?: string };

/** A pause and a sold-out with a time end without a frame. */
function endOf(cafe: Cafe | null | undefined, items: readonly (Ending & { groups: { options: Ending[] }[] })[] = []) {
  const ends = [
    cafe?.pausedUntil,
    ...items.flatMap((item) => [item, ...item.groups.flatMap((g) => g.options)]).map((one) => one.soldOutUntil),
  ];
  const times = ends.flatMap((end) => (end ? [Date.parse(end)] : [])).filter((at) => at > serverNow());
  return times.length > 0 ? Math.min(...times) : undefined;
}

function useWhenItEnds(at: number | undefined, then: () => void): void {
  useEffect(() => {
    if (at === undefined) return;
    const timer = setTimeout(then, Math.min(at - serverNow() + 1_000, 2_147_000_000));
    return () => clearTimeout(timer);
  }, [at]);
}

// The branch itself: what is read of it, and what its staff do to it.
import { type Cafe, ok, okTagged } from '@dangol/api';
import { remembered, useStream } from '@dangol/shell';
import { toast } from '@dangol/ui';
import { queryOptions, useMutation, useQuery } from '@tanstack/preact-query';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { api, queries, session } from './services.ts';

/** Changes made on another screen arrive by the stream; a pause or sold-out that expires sends no frame. */
const endingsMs = 30_000;
const queueMs = 15_000;

export const cafeQuery = (cafeId: string) =>
  queryOptions({
    queryKey: ['cafe', cafeId],
    queryFn: () => okTagged(api.GET('/cafes/{id}', { params: { path: { id: cafeId } } })),
    refetchInterval: endingsMs,
    ...remembered,
  });

export const menuQuery = (cafeId: string) =>
  queryOptions({
    queryKey: ['menu', cafeId],
    queryFn: () => ok(api.GET('/cafes/{id}/menu', { params: { path: { id: cafeId } } })),
    refetchInterval: endingsMs,
    ...remembered,
  });

export const queueQuery = (cafeId: string) =>
  queryOptions({
    queryKey: ['queue', cafeId],
    queryFn: () => ok(api.GET('/myPages/queues/{cafeId}', { params: { path: { cafeId } } })),
    refetchInterval: queueMs,
  });

/** Times at the branch are said by its own clock, wherever the tablet thinks it is. */
export const useZone = () => useCafe().data?.timeZone;

export const CafeId = createContext('');
export const useCafeId = () => useContext(CafeId);
export const useCafe = () => useQuery(cafeQuery(useCafeId()));
export const useMenu = () => useQuery(menuQuery(useCafeId()));
export const useQueue = () => useQuery(queueQuery(useCafeId()));

/** Keeps the branch and its menu as they are changed elsewhere: on the other tablet, by the operator. */
export function useLiveCafe(): void {
  const cafeId = useCafeId();
  const again = () => {
    for (const name of ['cafe', 'menu']) void queries.invalidateQueries({ queryKey: [name, cafeId] });
  };
  useStream(session, `/cafes/${encodeURIComponent(cafeId)}/stream`, { onFrame: again, onOpen: again });
}

/** A change of the branch: then it is read again, and a refusal is said. */
export function useCafeCommand<Input>(send: (cafeId: string, input: Input) => Promise<unknown>, done?: string) {
  const cafeId = useCafeId();
  return useMutation({
    mutationFn: (input: Input) => send(cafeId, input),
    onSuccess: () => {
      if (done) toast(done);
    },
    onError: (error: Error) => toast(error.message, { ms: 10_000 }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['cafe', cafeId] }),
        queries.invalidateQueries({ queryKey: ['menu', cafeId] }),
      ]),
  });
}

const path = (id: string) => ({ params: { path: { id } } });
export const openCafe = (id: string) => ok(api.POST('/cafes/{id}/open', { ...path(id), body: {} }));
export const closeCafe = (id: string) => ok(api.POST('/cafes/{id}/close', { ...path(id), body: {} }));
export const pauseCafe = (id: string, minutes: number) =>
  ok(api.POST('/cafes/{id}/pause', { ...path(id), body: { minutes } }));

export interface SoldOutChange {
  menuId: string;
  optionId?: string;
  soldOut: boolean;
  until?: string;
}
export const setSoldOut = (id: string, changes: readonly SoldOutChange[]) =>
  Promise.all(changes.map((body) => ok(api.POST('/cafes/{id}/soldOut', { ...path(id), body }))));

export type Opening = 'open' | 'paused' | 'closed' | 'outsideHours';

/** A pause ends by itself, and nobody tells: the clock does. */
export function openingOf(cafe: Cafe, now: number): Opening {
  if (cafe.state === 'CLOSED') return 'closed';
  if (cafe.state === 'PAUSED' && (!cafe.pausedUntil || Date.parse(cafe.pausedUntil) > now)) return 'paused';
  return cafe.openNow || cafe.state === 'PAUSED' ? 'open' : 'outsideHours';
}

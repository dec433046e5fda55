// What is in hand, what is on offer, and the two commands that need the network: to claim and to give back.
import { ApiError, type Delivery, type DeliveryFailure, ok } from '@dangol/api';
import { language } from '@dangol/i18n';
import { remembered, useOutbox } from '@dangol/shell';
import { useMutation, useQuery } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { api, queries } from '../services.ts';
import { words } from '../words.ts';
import { endingOf } from './ending.ts';
import { keepDelivery, keys } from './keys.ts';
import { leaveNote } from './notes.ts';
import { type Job, jobOf, patienceMs } from './steps.ts';
import { nameOf, outbox } from './taps.ts';

const inState = async (state: 'CLAIMED' | 'PICKED_UP') =>
  (await ok(api.GET('/deliveries', { params: { query: { state, limit: 20 } } }))).items;

async function readInHand(): Promise<Delivery[]> {
  // One after the other: what is picked up in between is in both answers, never in neither.
  const claimed = await inState('CLAIMED');
  const pickedUp = await inState('PICKED_UP');
  const later = new Map([...claimed, ...pickedUp].map((delivery) => [delivery.deliveryId, delivery]));
  return [...later.values()].sort((a, b) => (a.claimedAt ?? '').localeCompare(b.claimedAt ?? ''));
}

export function useInHand() {
  return useQuery({ queryKey: keys.inHand, queryFn: readInHand, ...remembered });
}

/** Deliveries in hand as the rider sees them, taps that were not sent included. */
export function useJobs(): Job[] {
  const { data = [] } = useInHand();
  const pending = useOutbox(outbox);
  const [, lookAgain] = useState(0);
  useEffect(() => {
    if (pending.length === 0) return;
    const timer = setTimeout(() => lookAgain((count) => count + 1), patienceMs);
    return () => clearTimeout(timer);
  }, [pending]);
  const now = Date.now();
  return data.map((delivery) => jobOf(delivery, pending, now));
}

/** The stream tells what is new; whether an offer has become ready only the list does. */
export function useOffers(enabled: boolean) {
  return useQuery({
    queryKey: keys.offers,
    queryFn: async () => (await ok(api.GET('/deliveries/offers', { params: { query: { limit: 50 } } }))).items,
    enabled,
    refetchInterval: 10_000,
  });
}

export function useClaim(onClaimed: (delivery: Delivery) => void) {
  return useMutation({
    mutationFn: (id: string) => ok(api.POST('/deliveries/{id}/claim', { params: { path: { id } } })),
    onSuccess: (delivery) => {
      keepDelivery(queries, delivery);
      void queries.invalidateQueries({ queryKey: keys.shift });
      onClaimed(delivery);
    },
    onError: () => queries.invalidateQueries({ queryKey: keys.offers }),
  });
}

const givenBack = new Set<string>();

export function useGiveBack(onDone: () => void) {
  return useMutation({
    mutationFn: (id: string) => {
      givenBack.add(id);
      return ok(api.POST('/deliveries/{id}/release', { params: { path: { id } } }));
    },
    onSuccess: (delivery) => {
      keepDelivery(queries, delivery);
      void queries.invalidateQueries({ queryKey: keys.shift });
      void queries.invalidateQueries({ queryKey: keys.offers });
      onDone();
    },
    onError: (_error, id) => givenBack.delete(id),
  });
}

/** What was picked up cannot be handed over. Its note says what becomes of the drinks: it is in hand no more. */
export function useFail(onDone: () => void) {
  return useMutation({
    mutationFn: ({ id, reason, note }: { id: string; reason: DeliveryFailure; note: string }) =>
      ok(api.POST('/deliveries/{id}/fail', { params: { path: { id } }, body: { reason, note } })),
    onSuccess: (delivery) => {
      keepDelivery(queries, delivery);
      for (const queryKey of [keys.shift, keys.earnings]) void queries.invalidateQueries({ queryKey });
      onDone();
    },
  });
}

/** Says what became of a delivery that is in hand no more and was neither brought nor given back from here. */
export function useVanished(): void {
  const { data } = useInHand();
  const before = useRef<Delivery[]>([]);
  useEffect(() => {
    if (!data) return;
    const here = new Set(data.map((delivery) => delivery.deliveryId));
    const gone = before.current.filter(({ deliveryId }) => !here.has(deliveryId) && !givenBack.delete(deliveryId));
    before.current = data;
    for (const delivery of gone) void explain(delivery);
  }, [data]);
}

async function explain(delivery: Delivery): Promise<void> {
  const tapped = outbox.pending().some((tap) => tap.subject === delivery.deliveryId && tap.label === 'start');
  const ending = endingOf(await statusOf(delivery.deliveryId), delivery.status === 'PICKED_UP' || tapped);
  if (ending) leaveNote(delivery.deliveryId, nameOf(delivery), words[language()][ending]);
}

async function statusOf(id: string): Promise<Delivery['status'] | undefined> {
  try {
    return (await ok(api.GET('/deliveries/{id}', { params: { path: { id } } }))).status;
  } catch (error) {
    // No longer visible to this rider: it went to another one.
    return error instanceof ApiError && error.status === 403 ? 'OFFERED' : undefined;
  }
}

// What this person has ordered.
import { ok } from '@dangol/api';
import { remembered, useSession } from '@dangol/shell';
import { useQuery } from '@tanstack/preact-query';
import { api, session } from '../services.ts';

const few = 10;

/** With the ids of items and options, for ordering the same again. */
export function useLastOrders() {
  const me = useSession(session);
  return useQuery({
    queryKey: ['orders'],
    queryFn: async () => (await ok(api.GET('/orders', { params: { query: { limit: few } } }))).items,
    enabled: me !== undefined,
    staleTime: 60_000,
    ...remembered,
  });
}

/** Where the last ones stand. */
export function useLastPages() {
  const me = useSession(session);
  return useQuery({
    queryKey: ['pages'],
    queryFn: async () => (await ok(api.GET('/myPages', { params: { query: { limit: few } } }))).items,
    enabled: me !== undefined,
    refetchInterval: 15_000,
    ...remembered,
  });
}

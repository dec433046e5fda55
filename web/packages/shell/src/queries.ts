// What has been read from the server, shared by all of a page; what matters offline is remembered beyond it.
import { isOffline } from '@dangol/api';
import { QueryClient, type QueryKey } from '@tanstack/preact-query';

declare module '@tanstack/preact-query' {
  interface Register {
    queryMeta: { remember?: boolean };
  }
}

const dayMs = 86_400_000;
const prefixOf = (app: string) => `dangol.memory.${app}.`;

/** Put into a query, its last answer is still there when the page is opened without a network. */
export const remembered = { meta: { remember: true }, gcTime: dayMs } as const;

/**
 * What a stream's frame has put into a list is kept: a reading of the list that was under way when the frame came may not know
 * of it, and would undo it, so the list is read again instead.
 */
export function keepFrame(queries: QueryClient, queryKey: QueryKey): void {
  if (queries.isFetching({ queryKey, exact: true }) === 0) return;
  void queries.invalidateQueries({ queryKey, exact: true, refetchType: 'all' });
}

/** Errors of the network are tried again, refusals are not. `app` keeps the memories apart. */
export function createQueries(app: string): QueryClient {
  const prefix = prefixOf(app);
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        networkMode: 'always', // a café's own network may be all there is: never trust navigator.onLine
        retry: (count, error) => isOffline(error) && count < 3,
        retryDelay: (count) => Math.min(500 * 2 ** count, 2_000),
      },
      mutations: { networkMode: 'always' },
    },
  });
  recall();
  queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || !event.query.meta?.remember) return;
    const { data, dataUpdatedAt } = event.query.state;
    try {
      localStorage.setItem(
        prefix + event.query.queryHash,
        JSON.stringify({ key: event.query.queryKey, data, dataUpdatedAt }),
      );
    } catch {
      // A full store only forgets.
    }
  });
  return queries;

  function recall(): void {
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(prefix)) continue;
      try {
        const { key, data, dataUpdatedAt } = JSON.parse(localStorage.getItem(name) ?? '');
        if (Date.now() - dataUpdatedAt > 30 * dayMs) localStorage.removeItem(name);
        else queries.setQueryData(key, data, { updatedAt: dataUpdatedAt });
      } catch {
        localStorage.removeItem(name);
      }
    }
  }
}

/** Clears what the previous person at this device has seen. */
export function forget(app: string, queries: QueryClient): void {
  queries.clear();
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(prefixOf(app))) localStorage.removeItem(name);
  }
}

// The page brought the first screen's data along; a page of last time, shown without a network, brought old ones.
import type { BootData } from '@dangol/api';
import type { QueryClient } from '@tanstack/preact-query';

const aMomentAgo = 10_000; // it is shown at once, and asked for again at once

/** What is in memory already is newer than a page that comes without a network. */
export function takeBootData(queries: QueryClient, boot: BootData): void {
  const { cafes, queues, cafe, menu, queue } = boot;
  const take = (key: readonly unknown[], data: unknown) => {
    const known = queries.getQueryData(key) !== undefined;
    if (data === undefined || (known && !navigator.onLine)) return;
    queries.setQueryData(key, data, { updatedAt: Date.now() - aMomentAgo });
  };
  take(['cafes', null], cafes?.items);
  if (cafes && queues) take(['queues', queuesOf(cafes.items.map(({ id }) => id))], Object.values(queues));
  if (cafe !== undefined) take(['cafe', cafe?.id ?? cafeIn(location.pathname)], cafe);
  if (menu) take(['menu', menu.cafeId], menu);
  if (queue) take(['queue', queue.cafeId], queue);
}

const cafeIn = (path: string): string | undefined => /^\/c\/([^/]+)$/.exec(path)?.[1];

/** Whether the page shows what the app renders first. A page from the service worker may be of another address, or old. */
export function isDrawn({ cafes, cafe }: BootData): boolean {
  if (!navigator.onLine) return false;
  const { pathname } = location;
  return cafes ? pathname === '/' : cafe !== undefined && cafeIn(pathname) === (cafe?.id ?? cafeIn(pathname));
}

/** How the queues of these branches are asked for. */
export const queuesOf = (cafeIds: readonly string[]): string => [...cafeIds].sort().join(',');

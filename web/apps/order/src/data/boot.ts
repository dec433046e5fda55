// The page brought the first screen's data along; a page of last time, shown without a network, brought old ones.
import { bootData } from '@dangol/api';
import type { QueryClient } from '@tanstack/preact-query';

const aMomentAgo = 10_000; // it is shown at once, and asked for again at once

export function takeBootData(queries: QueryClient): void {
  const { cafes, queues, cafe, menu, queue } = bootData();
  const take = (key: readonly unknown[], data: unknown) => {
    const known = queries.getQueryData(key) !== undefined;
    if (data === undefined || (known && !navigator.onLine)) return;
    queries.setQueryData(key, data, { updatedAt: Date.now() - aMomentAgo });
  };
  take(['cafes', null], cafes?.items);
  if (cafes && queues) take(['queues', queuesOf(cafes.items.map(({ id }) => id))], Object.values(queues));
  if (cafe) take(['cafe', cafe.id], cafe);
  if (menu) take(['menu', menu.cafeId], menu);
  if (queue) take(['queue', queue.cafeId], queue);
}

/** How the queues of these branches are asked for. */
export const queuesOf = (cafeIds: readonly string[]): string => [...cafeIds].sort().join(',');

// Whether each context answers, and when it last recorded something.
import { ApiError, ok } from '@dangol/api';
import { type ContextName, contexts } from '../data.ts';
import { api } from '../services.ts';

export interface Health {
  context: ContextName;
  state: 'answers' | 'elsewhere' | 'silent';
  last?: string;
}

export const healthQuery = {
  queryKey: ['health'],
  queryFn: () => Promise.all(contexts.map(healthOf)),
  refetchInterval: 10_000,
};

async function healthOf(context: ContextName): Promise<Health> {
  try {
    const params = { path: { context }, query: { limit: 1 } };
    const { items } = await ok(api.GET('/contexts/{context}/events', { params }));
    return { context, state: 'answers', last: items.at(-1)?.time };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status === 401) throw error;
    return { context, state: error.status === 404 ? 'elsewhere' : 'silent' };
  }
}

export const readyQuery = {
  queryKey: ['ready'],
  queryFn: async (): Promise<boolean> => (await fetch('/readyz').catch(() => undefined))?.ok ?? false,
  refetchInterval: 10_000,
};

// What the screens ask the server for; one name for each answer, so that screens share it.
import { type Account, ApiError, type DeadLetter, everyPage, ok } from '@dangol/api';
import { api } from './services.ts';

const often = 10_000; // ms; the stream is quicker, but what needs a hand also comes of nothing happening

export const contexts = ['order', 'payment', 'cafe', 'delivery', 'notification', 'mypage', 'identity'] as const;
export type ContextName = (typeof contexts)[number];

export const attentionQuery = {
  queryKey: ['attention'],
  queryFn: () => everyPage((query) => ok(api.GET('/myPages/attention', { params: { query } }))),
  refetchInterval: often,
};

export const pulseQuery = {
  queryKey: ['pulse'],
  queryFn: () => ok(api.GET('/myPages/pulse', { params: { query: { minutes: 60 } } })),
  refetchInterval: often,
};

export const troubledPaymentsQuery = {
  queryKey: ['payments'],
  queryFn: () => everyPage((query) => ok(api.GET('/payments', { params: { query } }))),
  refetchInterval: often,
};

export const ledgerQuery = {
  queryKey: ['ledger'],
  queryFn: () => ok(api.GET('/payments/ledger')),
};

export const cafesQuery = {
  queryKey: ['cafes'],
  queryFn: () => everyPage((query) => ok(api.GET('/cafes', { params: { query } }))),
  staleTime: 15_000,
};

export const ridersQuery = {
  queryKey: ['riders'],
  queryFn: () => everyPage((query) => ok(api.GET('/deliveries/riders', { params: { query } }))),
  refetchInterval: 5_000, // starting a shift is no event of an order, so no frame announces it
};

export const deliveriesQuery = {
  queryKey: ['deliveries'],
  queryFn: () => everyPage((query) => ok(api.GET('/deliveries', { params: { query } }))),
  refetchInterval: often,
};

export const accountsQuery = {
  queryKey: ['accounts'],
  queryFn: async (): Promise<Account[]> =>
    (await everyPage((query) => ok(api.GET('/accounts', { params: { query } })))).items,
  staleTime: 30_000,
};

export interface ContextLetters {
  context: ContextName;
  /** Undefined: that context does not run behind this address, or did not answer. */
  letters: DeadLetter[] | undefined;
  failure?: string;
}

export const deadLettersQuery = {
  queryKey: ['deadLetters'],
  queryFn: () => Promise.all(contexts.map(lettersOf)),
  refetchInterval: 15_000,
};

async function lettersOf(context: ContextName): Promise<ContextLetters> {
  try {
    const path = { context };
    const list = await everyPage((query) =>
      ok(api.GET('/contexts/{context}/deadLetters', { params: { path, query } })),
    );
    return { context, letters: list.items };
  } catch (error) {
    if (error instanceof ApiError && error.status !== 401) {
      return { context, letters: undefined, ...(error.status === 404 ? {} : { failure: error.message }) };
    }
    throw error;
  }
}

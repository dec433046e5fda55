// The typed client: every address, parameter and answer is checked against api/openapi.yaml when it is compiled.
import createClient, { type Middleware } from 'openapi-fetch';
import { timed } from './clock.ts';
import { ApiError, problemOf, unreachableProblem } from './problem.ts';
import type { components, paths } from './schema.d.ts';
import type { Session } from './session.ts';
import { uuid } from './uuid.ts';

export type Body<Name extends keyof components['schemas']> = components['schemas'][Name];
export type Api = ReturnType<typeof createApi>;

/**
 * `api.GET('/cafes/{id}', {params: {path: {id}}})`. Wrap in `ok(…)` to get the answer or an ApiError. Every POST gets an
 * Idempotency-Key, unless it brings one: make it before the first try and keep it, and a retry never does a thing twice.
 */
export function createApi(session: Session) {
  const sent = new WeakMap<Request, string>();
  const signed: Middleware = {
    async onRequest({ request }) {
      const token = await session.token();
      if (token) {
        request.headers.set('Authorization', `Bearer ${token}`);
        sent.set(request, token);
      }
      request.headers.set('Accept-Language', document.documentElement.lang || 'ko');
      if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
        request.headers.set('Idempotency-Key', uuid());
      }
      return request;
    },
    onResponse({ request, response }) {
      const token = sent.get(request);
      if (response.status === 401 && token) session.expire(token);
      return response;
    },
    onError({ error }) {
      return error instanceof ApiError ? error : unreachableProblem();
    },
  };
  const client = createClient<paths>({
    baseUrl: location.origin,
    fetch: (request) => timed(() => fetch(request)),
  });
  client.use(signed);
  return client;
}

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer of a call, or a thrown ApiError. */
export async function ok<T>(call: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(response.status, error);
  return data as T;
}

/** The same, with the answer's ETag: for the If-Match of what replaces it. */
export async function okTagged<T>(call: Promise<Outcome<T>>): Promise<T & { tag: string }> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(response.status, error);
  return { ...(data as T), tag: response.headers.get('ETag') ?? '*' };
}

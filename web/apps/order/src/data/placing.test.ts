import { ApiError } from '@dangol/api';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { attempt, place } from './placing.ts';

// The client takes hold of fetch as it is made, so this stands before the imports.
const server = vi.hoisted(() => {
  const asked = { answer: (_input: Request | string): Response => new Response() };
  globalThis.fetch = async (input) => asked.answer(input as Request | string);
  return asked;
});

const body: Parameters<typeof place>[0] = {
  cafeId: 'euljiro',
  fulfilment: 'pickup',
  lines: [{ menuId: 'americano', quantity: 1 }],
};
const session = {
  accountId: 'a',
  role: 'customer',
  accessToken: 't',
  refreshToken: 'r',
  expiresAt: '2099-01-01T00:00:00Z',
};
const json = (status: number, value: unknown) => new Response(JSON.stringify(value), { status });
const problem = (status: number, code: string) =>
  json(status, { type: `/problems/${code}`, title: '', status, detail: '' });

/** What becomes of each try to order; afterwards `keys` has the Idempotency-Keys that came. */
function network(...outcomes: (() => Response)[]): string[] {
  const keys: string[] = [];
  server.answer = (input) => {
    if (typeof input === 'string') return json(201, session);
    keys.push(input.headers.get('Idempotency-Key') ?? '');
    const outcome = outcomes.shift();
    if (!outcome) throw new TypeError('no network');
    return outcome();
  };
  return keys;
}

const placed = (): Promise<unknown> => place(body).catch((error: unknown) => error);

const { setTimeout: wait } = globalThis;
beforeEach(() => void vi.stubGlobal('setTimeout', (then: () => void) => wait(then, 0)));
afterEach(() => {
  vi.unstubAllGlobals();
  attempt.set(null);
});

it('tries again with the same key when no answer came', async () => {
  const lost = () => {
    throw new TypeError('cut');
  };
  const keys = network(lost, () => json(201, { orderId: 'o1' }));
  expect(await placed()).toEqual({ orderId: 'o1' });
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(attempt.get()).toBeNull();
});

it('keeps the attempt when nothing is known, and goes on with it', async () => {
  const first = network();
  expect(await placed()).toMatchObject({ status: 0 });
  expect(attempt.get()?.body).toEqual(body);
  const second = network(() => json(201, { orderId: 'o1' }));
  await placed();
  expect(second).toEqual(first.slice(0, 1));
});

it('forgets it when the server has said no, so that the next one is a new order', async () => {
  const keys = network(
    () => problem(402, 'payment-declined'),
    () => json(201, { orderId: 'o2' }),
  );
  const refusal = await placed();
  expect(refusal).toBeInstanceOf(ApiError);
  expect((refusal as ApiError).code).toBe('payment-declined');
  await placed();
  expect(new Set(keys).size).toBe(2);
});

it('too many requests say nothing of an earlier try, whose answer was lost', async () => {
  const lost = () => {
    throw new TypeError('cut');
  };
  const keys = network(
    lost,
    () => problem(429, 'too-many-requests'),
    () => json(201, { orderId: 'o1' }),
  );
  expect(await placed()).toMatchObject({ status: 429 });
  expect(await placed()).toEqual({ orderId: 'o1' });
  expect(new Set(keys).size).toBe(1);
});

it('too many requests at the first try have placed nothing', async () => {
  network(() => problem(429, 'too-many-attempts'));
  await placed();
  expect(attempt.get()).toBeNull();
});

it('a 503 from between us and the server says nothing: the same key again', async () => {
  const keys = network(
    () => problem(503, 'not-reachable'),
    () => json(201, { orderId: 'o1' }),
  );
  expect(await placed()).toEqual({ orderId: 'o1' });
  expect(new Set(keys).size).toBe(1);
});

it('a 503 that promises that nothing was done ends the attempt', async () => {
  const keys = network(() => problem(503, 'payment-unavailable'));
  expect(await placed()).toMatchObject({ status: 503 });
  expect(keys).toHaveLength(1);
  expect(attempt.get()).toBeNull();
});

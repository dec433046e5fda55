import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOutbox } from './outbox.ts';
import type { Session } from './session.ts';

const session = { token: async () => 'token', expire: vi.fn() } as unknown as Session;
const requests: { path: string; key: string }[] = [];
let answers: (Response | Error)[] = [];
let names = 0;
const fresh = () => createOutbox(`test-${names++}`, { session });
const accepted = () => new Response('{"status":"ok"}', { status: 200 });
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  requests.length = 0;
  answers = [];
  vi.stubGlobal('fetch', async (path: string, options: { headers: Record<string, string> }) => {
    requests.push({ path, key: options.headers['Idempotency-Key'] ?? '' });
    const answer = answers.shift() ?? accepted();
    if (answer instanceof Error) throw answer;
    return answer;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a tap is sent at once', async () => {
  const outbox = fresh();
  outbox.add({ path: '/cafeOrders/a/approve', subject: 'a', label: 'approve' });
  await settle();
  expect(requests.map(({ path }) => path)).toEqual(['/cafeOrders/a/approve']);
  expect(outbox.pending()).toEqual([]);
});

test('while it is held it can be taken back, and then it was never sent', async () => {
  const outbox = fresh();
  const key = outbox.add({ path: '/cafeOrders/a/makeStart', subject: 'a', label: 'start', holdMs: 5_000 });
  await settle(4_900);
  expect(requests).toEqual([]);
  expect(outbox.undo(key)).toBe(true);
  await settle(60_000);
  expect(requests).toEqual([]);
});

test('after its time it is sent, and cannot be taken back', async () => {
  const outbox = fresh();
  const key = outbox.add({ path: '/x', subject: 'a', label: 'start', holdMs: 5_000 });
  await settle(5_100);
  expect(requests).toHaveLength(1);
  expect(outbox.undo(key)).toBe(false);
});

test('without a network it is sent later, with the same key', async () => {
  const outbox = fresh();
  answers = [new TypeError('no network'), new Response('', { status: 503 }), accepted()];
  outbox.add({ path: '/x', subject: 'a', label: 'start' });
  await settle(10_000);
  expect(requests).toHaveLength(3);
  expect(new Set(requests.map(({ key }) => key)).size).toBe(1);
  expect(outbox.pending()).toEqual([]);
});

test('a server that is asked too much is not asked again before it says', async () => {
  const outbox = fresh();
  answers = [new Response('', { status: 429, headers: { 'Retry-After': '30' } }), accepted()];
  outbox.add({ path: '/x', subject: 'a', label: 'start' });
  await settle(29_900);
  expect(requests).toHaveLength(1);
  await settle(200);
  expect(requests).toHaveLength(2);
  expect(outbox.pending()).toEqual([]);
});

test('steps of one order go out one after the other, of others beside them', async () => {
  const outbox = fresh();
  answers = [new TypeError('no network')];
  outbox.add({ path: '/a/start', subject: 'a', label: 'start' });
  outbox.add({ path: '/a/done', subject: 'a', label: 'done' });
  outbox.add({ path: '/b/start', subject: 'b', label: 'start' });
  await settle();
  expect(requests.map(({ path }) => path)).toEqual(['/a/start', '/b/start']);
  await settle(10_000);
  expect(requests.map(({ path }) => path)).toEqual(['/a/start', '/b/start', '/a/start', '/a/done']);
});

test('what the server refuses is told and not sent again', async () => {
  const refused = vi.fn();
  const outbox = createOutbox('test-refused', { session, onRefused: refused });
  answers = [new Response('{"type":"/problems/not-allowed","title":"","status":409,"detail":"no"}', { status: 409 })];
  outbox.add({ path: '/x', subject: 'a', label: 'start' });
  await settle(10_000);
  expect(requests).toHaveLength(1);
  expect(refused.mock.calls[0]?.[1].message).toBe('no');
});

test('a reload forgets nothing', async () => {
  const before = createOutbox('test-reload', { session });
  before.add({ path: '/x', subject: 'a', label: 'start', holdMs: 60_000 });
  const after = createOutbox('test-reload', { session });
  expect(after.pending().map(({ path }) => path)).toEqual(['/x']);
});

test('what is held when the page is closed is sent, and the next page does not offer to take it back', async () => {
  const before = createOutbox('test-closed', { session });
  const key = before.add({ path: '/x', subject: 'a', label: 'start', holdMs: 60_000 });
  window.dispatchEvent(new Event('pagehide'));
  const after = createOutbox('test-closed', { session });
  expect(after.undo(key)).toBe(false);
  await settle();
  expect(requests.map(({ path }) => path)).toContain('/x');
});

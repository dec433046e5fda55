import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Session } from './session.ts';
import { openStream, type StreamState } from './stream.ts';

const session = { token: async () => 'token', expire: vi.fn() } as unknown as Session;
const asked: (string | undefined)[] = []; // Last-Event-ID of each connection
let connections: ((text: string) => void)[] = [];
let endings: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  connections = [];
  endings = [];
  vi.stubGlobal(
    'fetch',
    async (_path: string, { headers, signal }: { headers: Record<string, string>; signal: AbortSignal }) => {
      asked.push(headers['Last-Event-ID']);
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          connections.push((text) => controller.enqueue(new TextEncoder().encode(text)));
          endings.push(() => controller.close());
          signal.addEventListener('abort', () => controller.error(new Error('aborted')));
        },
      });
      return new Response(body, { status: 200, headers: { 'Content-Type': 'text/event-stream' } });
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function follow() {
  const frames: [string, unknown][] = [];
  const states: StreamState['kind'][] = [];
  const close = openStream('/myPages/a/stream', {
    session,
    onFrame: (event, data) => frames.push([event, data]),
    onState: (state) => states.push(state.kind),
  });
  return { frames, states, close };
}
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

test('frames come by name, whole, however the bytes were cut', async () => {
  const stream = follow();
  await settle();
  connections[0]?.('id: 7\nevent: page\nda');
  connections[0]?.('ta: {"a":1}\n');
  connections[0]?.('\n: heartbeat\n\nevent: queue\r\ndata: {"b":2}\r\n\r\n');
  await settle();
  expect(stream.frames).toEqual([
    ['page', { a: 1 }],
    ['queue', { b: 2 }],
  ]);
  expect(stream.states).toEqual(['connecting', 'live']);
  stream.close();
});

test('it comes back by itself where it was', async () => {
  const stream = follow();
  await settle();
  connections[0]?.('id: 7\nevent: page\ndata: {}\n\n');
  await settle();
  endings[0]?.();
  await settle(1_000);
  expect(asked).toEqual([undefined, '7']);
  expect(stream.states).toEqual(['connecting', 'live', 'lost', 'live']);
  stream.close();
});

test('one that ends with its token goes on with another, and nobody is told of a lost connection', async () => {
  const expire = vi.mocked(session.expire);
  expire.mockClear();
  const stream = follow();
  await settle();
  connections[0]?.('event: StreamEnded\ndata: {"reason":"token-expired"}\n\n');
  endings[0]?.();
  await settle(1_000);
  expect(expire).toHaveBeenCalledWith('token');
  expect(asked).toHaveLength(2);
  expect(stream.frames).toEqual([]);
  expect(stream.states).toEqual(['connecting', 'live', 'live']);
  stream.close();
});

test('a silence longer than three heartbeats is a lost connection', async () => {
  const stream = follow();
  await settle(41_000);
  await settle(1_000);
  expect(asked).toHaveLength(2);
  stream.close();
});

test('closed, it never asks again', async () => {
  const stream = follow();
  await settle();
  stream.close();
  await settle(60_000);
  expect(asked).toHaveLength(1);
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApi, ok } from './client.ts';
import { onServerTime, serverNow, timed, toServerTime } from './clock.ts';
import { createOutbox } from './outbox.ts';
import { createSession, type Session } from './session.ts';
import { openStream } from './stream.ts';

const minute = 60_000;
const truth = Date.parse('2026-11-23T10:00:00Z');
const signedIn = { token: async () => 'token', expire: vi.fn() } as unknown as Session;

/** The server's clock is `ahead` ms before this device's; each answer takes `ms`. */
function serverAhead(ahead: number, ms = 40) {
  const fetch = async (): Promise<Response> => {
    vi.setSystemTime(Date.now() + ms);
    return new Response('{}', { status: 200, headers: { Date: new Date(Date.now() + ahead).toUTCString() } });
  };
  vi.stubGlobal('fetch', fetch);
}
/** Whether the device now knows the server's time as well as one answer can tell it: to half a second. */
const knows = (ahead: number) => expect(Math.abs(serverNow() - (Date.now() + ahead))).toBeLessThan(600);
const nothingKnown = async () => {
  serverAhead(0);
  await timed(() => fetch('/'));
};

beforeEach(async () => {
  vi.useFakeTimers();
  vi.setSystemTime(truth);
  await nothingKnown();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the server's time", () => {
  it('is the device’s own where that is right: a second of rounding moves nothing', () => {
    expect(serverNow()).toBe(Date.now());
  });
  it('is learnt of a phone that is 9 minutes slow, and of one that is fast', async () => {
    serverAhead(9 * minute);
    await timed(() => fetch('/'));
    knows(9 * minute);
    serverAhead(-20 * minute);
    await timed(() => fetch('/'));
    knows(-20 * minute);
  });
  it('is learnt again when somebody sets the phone right', async () => {
    serverAhead(9 * minute);
    await timed(() => fetch('/'));
    vi.setSystemTime(Date.now() + 9 * minute);
    await nothingKnown();
    expect(serverNow()).toBe(Date.now());
  });
  it('is not lost to an answer that took long', async () => {
    serverAhead(9 * minute);
    await timed(() => fetch('/'));
    serverAhead(9 * minute, 30_000);
    await timed(() => fetch('/'));
    knows(9 * minute);
  });
  it('survives an answer without a date', async () => {
    vi.stubGlobal('fetch', async () => new Response('{}'));
    await timed(() => fetch('/'));
    expect(serverNow()).toBe(Date.now());
  });
  it('is told to those who show it', async () => {
    const told = vi.fn();
    const stop = onServerTime(told);
    serverAhead(9 * minute);
    await timed(() => fetch('/'));
    expect(told).toHaveBeenCalledTimes(1);
    serverAhead(9 * minute, 30_000);
    await timed(() => fetch('/')); // took too long to tell anything new
    expect(told).toHaveBeenCalledTimes(1);
    stop();
    await nothingKnown();
    expect(told).toHaveBeenCalledTimes(1);
  });
  it('can be said of a moment that this device has noted', async () => {
    serverAhead(9 * minute);
    await timed(() => fetch('/'));
    expect(toServerTime(1_000) - 1_000).toBe(serverNow() - Date.now());
  });
});

describe('every answer tells it', () => {
  beforeEach(() => serverAhead(9 * minute));

  it('of the client', async () => {
    await ok(createApi(signedIn).GET('/cafes'));
    knows(9 * minute);
  });
  it('of the session', async () => {
    await createSession('clock-test').beginGuest();
    knows(9 * minute);
  });
  it('of the outbox', async () => {
    createOutbox('clock-test', { session: signedIn }).add({ path: '/x', subject: 'a', label: 'start' });
    await vi.advanceTimersByTimeAsync(10);
    knows(9 * minute);
  });
  it('of a stream', async () => {
    const close = openStream('/stream', { session: signedIn, onFrame: () => undefined });
    await vi.advanceTimersByTimeAsync(10);
    knows(9 * minute);
    close();
  });
});

it('a token is refreshed by the time of the server that ends it', async () => {
  localStorage.setItem(
    'dangol.session.slow',
    JSON.stringify({ accessToken: 'old', refreshToken: 'r', expiresAt: new Date(truth + 5 * minute).toISOString() }),
  );
  const session = createSession('slow');
  serverAhead(9 * minute);
  await timed(() => fetch('/'));
  vi.stubGlobal(
    'fetch',
    async () =>
      new Response(JSON.stringify({ accessToken: 'new', refreshToken: 's', expiresAt: '2099-01-01T00:00:00Z' })),
  );
  expect(await session.token()).toBe('new');
});

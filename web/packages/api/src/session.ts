// Who is signed in. Each app has a session of its own, so that a founder can try all four in one browser.

import { serverNow, timed } from './clock.ts';
import { problemOf, unreachableProblem } from './problem.ts';
import type { components } from './schema.d.ts';

export type SessionState = components['schemas']['Session'];

export interface Session {
  /** As last stored; also by another tab. */
  current(): SessionState | undefined;
  /** A valid access token, refreshed if need be; undefined when nobody is signed in. Throws ApiError when offline. */
  token(): Promise<string | undefined>;
  /** The server did not take the token: it is not used again. */
  expire(token: string): void;
  beginGuest(): Promise<SessionState>;
  enterByCode(code: string, password?: string): Promise<SessionState>;
  signIn(loginName: string, password: string): Promise<SessionState>;
  signOut(): Promise<void>;
  onChange(listener: () => void): () => void;
}

const refreshAheadMs = 30_000;

async function post(path: string, body: unknown, token?: string): Promise<SessionState> {
  let response: Response;
  try {
    response = await timed(() =>
      fetch(path, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Accept-Language': document.documentElement.lang || 'ko',
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify(body),
      }),
    );
  } catch {
    throw unreachableProblem();
  }
  const answer = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response.status, answer);
  return answer as SessionState;
}

export function createSession(app: string): Session {
  const key = `dangol.session.${app}`;
  const listeners = new Set<() => void>();
  let known = read();
  let refreshing: Promise<SessionState | undefined> | undefined;

  function read(): SessionState | undefined {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  }
  function keep(session: SessionState | undefined): void {
    known = session;
    if (session) localStorage.setItem(key, JSON.stringify(session));
    else localStorage.removeItem(key);
    for (const listener of listeners) listener();
  }
  const isFresh = (session: SessionState) => Date.parse(session.expiresAt) - serverNow() > refreshAheadMs;

  window.addEventListener('storage', (event) => {
    if (event.key !== key) return;
    known = read();
    for (const listener of listeners) listener();
  });

  /** A refresh token is good for one use: of several tabs one asks, and the others find what it got. */
  async function refresh(): Promise<SessionState | undefined> {
    const locked = navigator.locks ? navigator.locks.request.bind(navigator.locks) : undefined;
    const work = async () => {
      const stored = read();
      if (!stored || isFresh(stored)) return keepKnown(stored);
      try {
        const renewed = await post('/sessions/refresh', { refreshToken: stored.refreshToken });
        keep(renewed);
        return renewed;
      } catch (error) {
        if (error instanceof Error && 'status' in error && (error.status === 401 || error.status === 403)) {
          keep(undefined);
          return undefined;
        }
        throw error;
      }
    };
    return locked ? locked(key, work) : work();
  }
  function keepKnown(session: SessionState | undefined): SessionState | undefined {
    known = session;
    return session;
  }

  return {
    current: () => known,
    async token() {
      if (!known) return undefined;
      if (isFresh(known)) return known.accessToken;
      refreshing ??= refresh().finally(() => {
        refreshing = undefined;
      });
      return (await refreshing)?.accessToken;
    },
    expire(token) {
      if (known?.accessToken === token) keep({ ...known, expiresAt: new Date(0).toISOString() });
    },
    async beginGuest() {
      const session = await post('/sessions/guest', { language: document.documentElement.lang === 'en' ? 'en' : 'ko' });
      keep(session);
      return session;
    },
    async enterByCode(code, password) {
      const session = await post('/sessions/link', password ? { code, password } : { code });
      keep(session);
      return session;
    },
    async signIn(loginName, password) {
      const session = await post('/sessions', { loginName, password });
      keep(session);
      return session;
    },
    async signOut() {
      const token = known?.accessToken;
      keep(undefined);
      // Signed out here whether or not the server hears of it.
      if (token) {
        await fetch('/sessions/current', { method: 'DELETE', headers: { Authorization: `Bearer ${token}` } }).catch(
          () => undefined,
        );
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

// Taps that the server has not acknowledged: kept across a reload, sent in order, each exactly once by its
// Idempotency-Key. It serves two things: taps without a network, and the seconds in which a tap can be taken back.
import { timed } from './clock.ts';
import { problemOf } from './problem.ts';
import type { Session } from './session.ts';
import { uuid } from './uuid.ts';

export interface Pending {
  key: string; // the Idempotency-Key
  path: string;
  body: unknown;
  /** Sent in order among those of the same subject, such as an order's id. */
  subject: string;
  /** For the screen: which step this is. */
  label: string;
  tappedAt: number; // ms since the epoch, by this device's clock
  sendAt: number; // not before; until then `undo` takes it back
}

export interface Outbox {
  /** What is waiting, the oldest first. A new array after each change. */
  pending(): readonly Pending[];
  /** `holdMs` is how long it can be taken back. */
  add(tap: { path: string; body?: unknown; subject: string; label: string; holdMs?: number }): string;
  /** True if it had not been sent. */
  undo(key: string): boolean;
  /** Now, without waiting for the time to take back. */
  sendNow(key: string): void;
  onChange(listener: () => void): () => void;
}

interface OutboxOptions {
  session: Session;
  onSent?: (tap: Pending, answer: unknown) => void;
  /** The server said no, so it will not be sent again. */
  onRefused?: (tap: Pending, error: Error) => void;
}

const retryMs = 2_000;
/** The server says how long somebody who asks too much has to wait. */
const waitMs = (response: Response) => Math.max(retryMs, 1_000 * (Number(response.headers.get('Retry-After')) || 0));
const retryable = (status: number) => status === 401 || status === 408 || status === 429 || status >= 500;

export function createOutbox(app: string, options: OutboxOptions): Outbox {
  const storageKey = `dangol.outbox.${app}`;
  const listeners = new Set<() => void>();
  const inFlight = new Set<string>();
  const retryAt = new Map<string, number>(); // by key, after a try that did not get through
  let taps: readonly Pending[] = read();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function read(): Pending[] {
    try {
      return JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    } catch {
      return [];
    }
  }
  function keep(next: readonly Pending[]): void {
    taps = next;
    localStorage.setItem(storageKey, JSON.stringify(next));
    for (const listener of listeners) listener();
  }
  const without = (key: string) => taps.filter((tap) => tap.key !== key);

  /** In how many ms to send it again; 0: it is done. */
  async function send(tap: Pending, keepalive: boolean): Promise<number> {
    let response: Response;
    try {
      const token = await options.session.token();
      const body = JSON.stringify(tap.body ?? {});
      const headers = {
        'Content-Type': 'application/json',
        'Accept-Language': document.documentElement.lang || 'ko',
        'Idempotency-Key': tap.key,
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      };
      response = await timed(() => fetch(tap.path, { method: 'POST', keepalive, headers, body }));
      if (response.status === 401 && token) options.session.expire(token);
    } catch {
      return retryMs;
    }
    if (retryable(response.status)) return waitMs(response);
    const answer = await response.json().catch(() => undefined);
    keep(without(tap.key));
    if (response.ok) options.onSent?.(tap, answer);
    else options.onRefused?.(tap, problemOf(response.status, answer));
    return 0;
  }

  /** Sends the first tap of each subject whose time has come, and comes back when the next one's has. */
  function flush(): void {
    const now = Date.now();
    const seen = new Set<string>();
    let next = Number.POSITIVE_INFINITY;
    for (const tap of taps) {
      if (seen.has(tap.subject)) continue;
      seen.add(tap.subject);
      if (inFlight.has(tap.key)) continue;
      const due = Math.max(tap.sendAt, retryAt.get(tap.key) ?? 0);
      if (due > now) {
        next = Math.min(next, due);
        continue;
      }
      inFlight.add(tap.key);
      void send(tap, false).then((again) => {
        inFlight.delete(tap.key);
        if (again === 0) retryAt.delete(tap.key);
        else retryAt.set(tap.key, Date.now() + again);
        flush();
      });
    }
    clearTimeout(timer);
    if (next < Number.POSITIVE_INFINITY) timer = setTimeout(flush, next - now);
  }

  window.addEventListener('online', () => {
    retryAt.clear();
    flush();
  });
  window.addEventListener('storage', (event) => {
    if (event.key !== storageKey) return;
    taps = read();
    for (const listener of listeners) listener();
  });
  // A tap that is still held when the page closes is sent: it could not be undone from the next page.
  window.addEventListener('pagehide', () => {
    keep(taps.map((tap) => ({ ...tap, sendAt: 0 })));
    const first = new Set<string>();
    for (const tap of taps) {
      if (first.has(tap.subject) || inFlight.has(tap.key)) continue;
      first.add(tap.subject);
      void send(tap, true);
    }
  });
  flush();

  return {
    pending: () => taps,
    add({ path, body, subject, label, holdMs = 0 }) {
      const now = Date.now();
      const key = uuid();
      keep([...taps, { key, path, body: body ?? {}, subject, label, tappedAt: now, sendAt: now + holdMs }]);
      flush();
      return key;
    },
    undo(key) {
      if (inFlight.has(key) || !taps.some((tap) => tap.key === key)) return false;
      keep(without(key));
      return true;
    },
    sendNow(key) {
      keep(taps.map((tap) => (tap.key === key ? { ...tap, sendAt: 0 } : tap)));
      flush();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

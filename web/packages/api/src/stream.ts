// Server-Sent Events by fetch: EventSource can send neither a bearer token nor the position where another tab stopped.
import { timed } from './clock.ts';
import { problemOf } from './problem.ts';
import type { Session } from './session.ts';

export type StreamState =
  | { kind: 'connecting' }
  | { kind: 'live' }
  | { kind: 'lost'; since: number }
  | { kind: 'refused'; error: Error };

interface StreamOptions {
  session: Session;
  /** Each frame with its name and its parsed data. `resumed` frames were missed while the stream was away. */
  onFrame: (event: string, data: unknown) => void;
  onState?: (state: StreamState) => void;
  /** After each connection: whatever the frames alone do not tell is read again now. */
  onOpen?: () => void;
  lastEventId?: string;
}

const silenceMax = 40_000; // the server's heartbeat comes every 15 s
const firstRetry = 250;
const lastRetry = 2_000; // the right state is on the screen within 3 s of the network's return

/** Opens at once, comes back by itself, resumes where it was. Returns what closes it. */
export function openStream(path: string, options: StreamOptions): () => void {
  let closed = false;
  let lastEventId = options.lastEventId ?? '';
  let lostSince: number | undefined;
  /** The server has ended it, because the token or the rights have ended: it goes on with another token, if there is one. */
  let ended = false;
  let retry = firstRetry;
  let abort = new AbortController();
  let wake: () => void = () => undefined;
  const tell = (state: StreamState) => {
    if (!closed) options.onState?.(state);
  };

  async function connect(): Promise<void> {
    abort = new AbortController();
    ended = false;
    const token = await options.session.token();
    const headers = {
      Accept: 'text/event-stream',
      'Accept-Language': document.documentElement.lang || 'ko',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(lastEventId ? { 'Last-Event-ID': lastEventId } : {}),
    };
    const { signal } = abort;
    const response = await timed(() => fetch(path, { signal, cache: 'no-store', headers }));
    if (!response.ok || !response.body) {
      if (response.status === 401 && token) options.session.expire(token);
      throw problemOf(response.status, await response.json().catch(() => undefined));
    }
    lostSince = undefined;
    retry = firstRetry;
    tell({ kind: 'live' });
    options.onOpen?.();
    await read(response.body);
    if (ended && token) options.session.expire(token);
  }

  async function read(body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body
      .pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>)
      .getReader();
    let text = '';
    let watchdog = setTimeout(() => abort.abort(), silenceMax);
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(watchdog);
        watchdog = setTimeout(() => abort.abort(), silenceMax);
        text += value.replaceAll('\r', '');
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          dispatch(text.slice(0, end));
          text = text.slice(end + 2);
        }
      }
    } finally {
      clearTimeout(watchdog);
      void reader.cancel().catch(() => undefined);
    }
  }

  function dispatch(frame: string): void {
    let event = 'message';
    const data: string[] = [];
    for (const line of frame.split('\n')) {
      const colon = line.indexOf(':');
      if (colon <= 0) continue; // a comment is a heartbeat
      const field = line.slice(0, colon);
      const value = line.slice(colon + 1).replace(/^ /, '');
      if (field === 'event') event = value;
      else if (field === 'data') data.push(value);
      else if (field === 'id') lastEventId = value;
    }
    if (event === 'StreamEnded') ended = true;
    else if (!closed && data.length > 0) options.onFrame(event, JSON.parse(data.join('\n')));
  }

  async function run(): Promise<void> {
    tell({ kind: 'connecting' });
    while (!closed) {
      try {
        await connect();
      } catch (error) {
        const status = error instanceof Error && 'status' in error ? Number(error.status) : 0;
        if (status === 403 || status === 404) {
          tell({ kind: 'refused', error: error as Error });
          return;
        }
      }
      if (closed) return;
      if (!ended) {
        lostSince ??= Date.now();
        tell({ kind: 'lost', since: lostSince });
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, retry * (0.75 + Math.random() / 2));
      });
      retry = Math.min(retry * 2, lastRetry);
    }
  }

  // The network says that it is gone sooner than the silence does, and that it is back sooner than the next try.
  const onOnline = () => {
    retry = firstRetry;
    wake();
  };
  const onOffline = () => abort.abort();
  window.addEventListener('online', onOnline);
  window.addEventListener('offline', onOffline);
  void run();
  return () => {
    closed = true;
    abort.abort();
    wake();
    window.removeEventListener('online', onOnline);
    window.removeEventListener('offline', onOffline);
  };
}

// Those whose screens a test is not about: they act over the API.
import { randomUUID } from 'node:crypto';

interface Session {
  accountId: string;
  accessToken: string;
}

// biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever the answer has
type Answer = any;

export class Person {
  constructor(
    readonly url: string,
    readonly session: Session,
  ) {}

  static async guest(url: string): Promise<Person> {
    return new Person(url, await exchange(url, 'POST', '/sessions/guest', {}));
  }
  static async byCode(url: string, code: string): Promise<Person> {
    return new Person(url, await exchange(url, 'POST', '/sessions/link', { code }));
  }

  get(path: string): Promise<Answer> {
    return exchange(this.url, 'GET', path, undefined, this.session.accessToken);
  }
  post(path: string, body: unknown = {}): Promise<Answer> {
    return exchange(this.url, 'POST', path, body, this.session.accessToken);
  }
  put(path: string, body: unknown): Promise<Answer> {
    return exchange(this.url, 'PUT', path, body, this.session.accessToken);
  }
}

async function exchange(url: string, method: string, path: string, body?: unknown, token?: string): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(method === 'POST' ? { 'Idempotency-Key': randomUUID() } : {}),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} → ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}

/** As soon as `ask` gives something; its errors count as nothing. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>, timeout = 10_000): Promise<T> {
  const end = Date.now() + timeout;
  for (let last: unknown; ; ) {
    try {
      const value = await ask();
      if (value) return value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`not within ${timeout} ms: ${what}${last ? ` (${last})` : ''}`);
    await new Promise((later) => setTimeout(later, 50));
  }
}

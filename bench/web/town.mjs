// The real program with the demo's branches on a temporary folder, and who acts in it over its API.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const binary = process.env.DANGOL_BINARY ?? new URL('../../build/release/dangol', import.meta.url).pathname;
export const cafe = 'euljiro';

export async function openTown(port) {
  const data = await mkdtemp(join(tmpdir(), 'dangol-bench-web-'));
  const child = spawn(binary, ['serve', '--demo', '--data', data, '--port', String(port), '--admin-port', '0', '--log-level', 'error'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed = await new Promise((ready, failed) => {
    let text = '';
    child.once('error', failed);
    child.once('exit', (status) => failed(new Error(`dangol ended with ${status}`)));
    child.stdout.on('data', (bytes) => {
      text += bytes;
      if (text.includes('dangol ready on')) ready(text);
    });
  });
  const url = /dangol ready on (\S+)/.exec(printed)[1];
  const codes = {};
  for (const [, app, code, whose] of printed.matchAll(/\/(store|rider|ops)#code=(\S+)(.*)/g)) {
    codes[app === 'store' ? whose.trim().split(/\s+/).at(-1) : app] = code;
  }
  return {
    url,
    codes,
    async close() {
      child.removeAllListeners('exit');
      const gone = new Promise((done) => child.once('exit', done));
      child.kill();
      await gone;
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function exchange(url, method, path, body, token) {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(body ? { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() } : {}),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} → ${response.status} ${text}`);
  return JSON.parse(text);
}

function person(url, session) {
  return {
    session,
    get: (path) => exchange(url, 'GET', path, undefined, session.accessToken),
    post: (path, body = {}) => exchange(url, 'POST', path, body, session.accessToken),
  };
}
export const guest = async (url) => person(url, await exchange(url, 'POST', '/sessions/guest', {}));
export const byCode = async (url, code) => person(url, await exchange(url, 'POST', '/sessions/link', { code }));

const americano = { menuId: 'americano', options: ['hot', 'regular', 'nutty'] };
export async function place(customer) {
  const body = { cafeId: cafe, lines: [americano], payment: { method: 'card', token: 'approve' } };
  return (await customer.post('/orders', body)).orderId;
}

// Order and pay, once, whatever the network does: the attempt, with its Idempotency-Key, is kept before the first try and
// forgotten when the server has said what became of it.
import { ApiError, type Body, isOffline, type Order, ok, uuid } from '@dangol/api';
import { api, session } from '../services.ts';
import { stored } from './stored.ts';

export interface Attempt {
  key: string;
  body: Body<'PlaceOrderRequest'>;
}

/** One whose outcome is not known, if there is one. */
export const attempt = stored<Attempt | null>('attempt', null);

/** Of the answers 5xx these promise that nothing was done. Any other may come from between us and the server. */
const nothingDone = new Set(['payment-unavailable', 'not-ready']);
const saidNo = (error: unknown, first: boolean) => {
  if (!(error instanceof ApiError) || error.status === 0) return false;
  // Too many requests: nothing came of this one, but an earlier one may have placed the order.
  if (error.status === 429) return first;
  return error.status < 500 || nothingDone.has(error.code);
};

const retries = [500, 1_500, 3_000]; // ms
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function post({ key, body }: Attempt): Promise<Order> {
  if (!session.current()) await session.beginGuest();
  const send = () => ok(api.POST('/orders', { params: { header: { 'Idempotency-Key': key } }, body }));
  try {
    return await send();
  } catch (error) {
    // A guest whom the server has forgotten begins anew.
    if (!(error instanceof ApiError) || error.status !== 401 || (await session.token())) throw error;
    await session.beginGuest();
    return send();
  }
}

/** Throws what the server says no with; where nothing is known the attempt stays, to be resumed. */
export async function place(body: Body<'PlaceOrderRequest'>): Promise<Order> {
  const same = attempt.get();
  const mine = same && JSON.stringify(same.body) === JSON.stringify(body) ? same : { key: uuid(), body };
  attempt.set(mine);
  for (let tries = 0; ; tries++) {
    try {
      const order = await post(mine);
      attempt.set(null);
      return order;
    } catch (error) {
      const no = saidNo(error, tries === 0 && mine !== same);
      if (no) attempt.set(null);
      const wait = retries[tries];
      if (!no && isOffline(error) && wait !== undefined) {
        await later(wait);
        continue;
      }
      throw error;
    }
  }
}

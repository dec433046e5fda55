// The server's clock. A phone's own may be minutes off, so what is compared with a time that the server has said, or sent to
// it as a time, is reckoned with what the server's answers say (their Date header). Date.now() is for what a device has noted
// itself.

interface Bounds {
  least: number;
  most: number;
}

const second = 1_000; // a Date header is cut to it

/** How far the server's clock is ahead of this device's, in ms. */
let bounds: Bounds | undefined;
const listeners = new Set<() => void>();

/** Between the two: nothing while the device may be right. */
function ahead(): number {
  if (!bounds || (bounds.least <= 0 && bounds.most >= 0)) return 0;
  return Math.round((bounds.least + bounds.most) / 2);
}

function learn(sentAt: number, receivedAt: number, date: string | null): void {
  const said = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(said)) return;
  const before = ahead();
  const now = { least: said - receivedAt, most: said + second - sentAt };
  const both = bounds && { least: Math.max(bounds.least, now.least), most: Math.min(bounds.most, now.most) };
  // A contradiction: one of the clocks was set, so that what was known before holds no more.
  bounds = both && both.least <= both.most ? both : now;
  if (ahead() === before) return;
  for (const listener of listeners) listener();
}

/** `timed(() => fetch(…))`: the answer, from which the server's time is learnt. */
export async function timed(ask: () => Promise<Response>): Promise<Response> {
  const sentAt = Date.now();
  const response = await ask();
  learn(sentAt, Date.now(), response.headers.get('Date'));
  return response;
}

/** The time by the server's clock, to a second or so; in ms since the epoch. The device's own until the first answer. */
export const serverNow = (): number => Date.now() + ahead();

/** A moment that this device has noted, by the server's clock. */
export const toServerTime = (noted: number): number => noted + ahead();

/** When another answer has corrected it. */
export function onServerTime(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

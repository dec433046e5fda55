// A ticket as the bar sees it: what the server has said, and over it what somebody here has tapped that the server has not
// yet heard. Nothing here knows a screen.
import { type CafeOrder, type Pending, toServerTime } from '@dangol/api';

export type Status = CafeOrder['status'];
export type Step = 'approve' | 'reject' | 'makeStart' | 'makeComplete' | 'handOver' | 'abort' | 'takeBack';
export type Lane = 'new' | 'making' | 'ready' | 'done';

/** How long a tap can be taken back: a message to the customer cannot, so it is held that long. */
export const holdMs = 5_000;

export interface Ticket extends CafeOrder {
  /** The last tap that the server has not heard. */
  tap?: Pending;
  /** Where the ticket stands on the screen; a tap that ends it leaves it there until it cannot be taken back. */
  lane: Lane;
}

const leadsTo: Record<Step, Status> = {
  approve: 'APPROVED',
  reject: 'REJECTED',
  makeStart: 'MAKING',
  makeComplete: 'MADE',
  handOver: 'HANDED_OVER',
  abort: 'ABORTED',
  takeBack: 'RETURNED',
};

export const stepPath = (orderId: string, step: Step): string => `/cafeOrders/${orderId}/${step}`;
export const isStep = (label: string): label is Step => label in leadsTo;

export function laneOf(status: Status): Lane {
  if (status === 'RECEIVED') return 'new';
  if (status === 'APPROVED' || status === 'MAKING') return 'making';
  return status === 'MADE' || status === 'RETURNING' ? 'ready' : 'done';
}

/** The tickets as they will be when the server has heard of all taps. */
export function withTaps(orders: readonly CafeOrder[], taps: readonly Pending[]): Ticket[] {
  return orders.map((order) => {
    const mine = taps.filter((tap) => tap.subject === order.orderId && isStep(tap.label));
    let { status } = order;
    let lane = laneOf(status);
    for (const tap of mine) {
      status = leadsTo[tap.label as Step];
      const next = laneOf(status);
      if (next !== 'done') lane = next;
    }
    const last = mine.at(-1);
    return { ...order, status, lane, ...promise(order, mine), ...(last ? { tap: last } : {}) };
  });
}

function promise(order: CafeOrder, taps: readonly Pending[]): { promisedAt?: string } {
  const approved = taps.find((tap) => tap.label === 'approve');
  if (!approved || order.promisedAt) return {};
  const minutes = (approved.body as { readyInMinutes?: number }).readyInMinutes ?? 0;
  return minutes > 0 ? { promisedAt: new Date(toServerTime(approved.tappedAt) + minutes * 60_000).toISOString() } : {};
}

/** The oldest first, as the bar works; what has been accepted but not begun comes after what is on the machine. */
export function lanesOf(tickets: readonly Ticket[]): Record<Lane, Ticket[]> {
  const lanes: Record<Lane, Ticket[]> = { new: [], making: [], ready: [], done: [] };
  for (const ticket of tickets) lanes[ticket.lane].push(ticket);
  for (const lane of ['new', 'making', 'ready'] as const) lanes[lane].sort(byAge);
  lanes.done.sort((a, b) => byAge(b, a));
  return lanes;
}
/** As they arrived, whatever the server's clock did meanwhile. */
export const byAge = (a: Pick<CafeOrder, 'turn'>, b: Pick<CafeOrder, 'turn'>): number => a.turn - b.turn;

export type Lateness = 'fine' | 'soon' | 'late';
const soonAfterMs = 5 * 60_000;
const lateAfterMs = 8 * 60_000;
const soonBeforePromiseMs = 2 * 60_000;

/** By the promise, where the café has given one; otherwise by the minutes since the order. */
export function lateness(ticket: CafeOrder, now: number): Lateness {
  if (laneOf(ticket.status) === 'done') return 'fine'; // whatever was promised of it, it has ended
  if (ticket.status === 'RETURNING') return 'fine'; // on the way back: nobody waits for it
  if (ticket.status === 'MADE') {
    const waited = now - Date.parse(ticket.madeAt ?? ticket.orderDate);
    return ticket.fulfilment === 'delivery' && waited > soonAfterMs ? 'soon' : 'fine';
  }
  const ordered = Date.parse(ticket.orderDate);
  const promised = ticket.promisedAt ? Date.parse(ticket.promisedAt) : undefined;
  if (now >= (promised ?? ordered + lateAfterMs)) return 'late';
  const soon = promised === undefined ? ordered + soonAfterMs : Math.max(promised - soonBeforePromiseMs, ordered);
  return now >= soon ? 'soon' : 'fine';
}

/** Whole minutes since the order, or since the drink stands there. */
export function waitedMinutes(ticket: CafeOrder, now: number): number {
  const since = ticket.status === 'MADE' ? (ticket.madeAt ?? ticket.orderDate) : ticket.orderDate;
  return Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
}

/** The one step that usually comes next; nothing when it is somebody else's turn. */
export function nextStep(ticket: CafeOrder): Step | undefined {
  switch (ticket.status) {
    case 'RECEIVED':
      return 'approve';
    case 'APPROVED':
      return 'makeStart';
    case 'MAKING':
      return 'makeComplete';
    case 'MADE':
    case 'NOT_COLLECTED':
      return ticket.fulfilment === 'pickup' ? 'handOver' : undefined;
    case 'RETURNING':
      return 'takeBack';
    default:
      return undefined;
  }
}

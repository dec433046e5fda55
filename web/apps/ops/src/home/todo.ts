// Everything that needs attention, from all contexts, as one list: oldest first.
import type { Cafe, DeadLetter, Payment, Text } from '@dangol/api';
import type { ContextLetters } from '../data.ts';

export type OrderTrouble =
  | 'REFUND_DELAYED'
  | 'PAYMENT_UNKNOWN'
  | 'CANCEL_PENDING'
  | 'UNANSWERED'
  | 'LATE'
  | 'NO_RIDER'
  | 'ON_THE_WAY'
  | 'UNCLAIMED';

export interface Attention {
  orderId: string;
  cafeId: string;
  cafeName: Text;
  callNumber: string;
  kind: OrderTrouble;
  since: string;
}

/** Dead letters of one subject, which are handled or dropped together. */
export interface Letters {
  context: string;
  source: string;
  subject: string;
  count: number;
  eventType: string;
  reason: string;
  since: string;
}

export type Todo =
  | { id: string; kind: OrderTrouble; since: string; orderId: string; cafe?: Cafe; cafeName?: Text; callNumber: string }
  | { id: string; kind: 'DEAD_LETTERS'; since: string; letters: Letters };

/** A payment is worth a word if it has been in that state for so long. */
const paymentPatience = 30_000; // ms

export function todosOf(
  attention: readonly Attention[],
  payments: readonly Payment[],
  contexts: readonly ContextLetters[],
  cafes: readonly Cafe[],
  now: number,
): Todo[] {
  const cafeOf = (id: string) => cafes.find((cafe) => cafe.id === id);
  const ofOrders = attention.map(
    ({ orderId, cafeId, cafeName, callNumber, kind, since }): Todo => ({
      id: `${kind}:${orderId}`,
      kind,
      since,
      orderId,
      cafe: cafeOf(cafeId),
      cafeName,
      callNumber,
    }),
  );
  const listed = new Set(attention.map(({ orderId }) => orderId));
  // The read model may lag, or not know the order at all: then the payment context itself is the one to ask.
  const ofPayments = payments
    .filter(({ orderId, status }) => status === 'UNKNOWN' && !listed.has(orderId))
    .filter(({ startedAt }) => now - Date.parse(startedAt) >= paymentPatience)
    .map(
      ({ orderId, cafeId, startedAt }): Todo => ({
        id: `PAYMENT_UNKNOWN:${orderId}`,
        kind: 'PAYMENT_UNKNOWN',
        since: startedAt,
        orderId,
        cafe: cafeOf(cafeId),
        cafeName: cafeOf(cafeId)?.name,
        callNumber: '',
      }),
    );
  const ofEvents = lettersBySubject(contexts).map(
    (letters): Todo => ({
      id: `${letters.context}:${letters.source}:${letters.subject}`,
      kind: 'DEAD_LETTERS',
      since: letters.since,
      letters,
    }),
  );
  return [...ofOrders, ...ofPayments, ...ofEvents].sort((a, b) => a.since.localeCompare(b.since));
}

/** The first one is the one that failed; the others wait behind it. */
export function lettersBySubject(contexts: readonly ContextLetters[]): Letters[] {
  const found = new Map<string, Letters>();
  for (const { context, letters } of contexts) {
    for (const letter of letters ?? []) {
      const key = `${context}:${letter.source}:${letter.subject}`;
      const known = found.get(key);
      if (known) known.count++;
      else found.set(key, firstOf(context, letter));
    }
  }
  return [...found.values()];
}

const firstOf = (context: string, { source, subject, eventType, reason, parkedAt }: DeadLetter): Letters => ({
  context,
  source,
  subject,
  count: 1,
  eventType,
  reason,
  since: parkedAt,
});

// An event's figures, ready to be put into a sentence.
import { money, number, useLanguage } from '@dangol/i18n';
import { useQuery } from '@tanstack/preact-query';
import { accountsQuery } from '../data.ts';
import { type Told, useEventWords } from '../words/events.ts';
import { useReasonText } from '../words/reasons.ts';
import type { Step } from './story.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const amountIn = (value: unknown): { amount: number; currency: string } | undefined =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value
    ? (value as { amount: number; currency: string })
    : undefined;

/** A function that tells an event in a sentence; one that nobody has words for by its own name. */
export function useTeller(): (step: Step) => string {
  const words = useEventWords();
  const language = useLanguage();
  const reasonText = useReasonText();
  const accounts = useQuery(accountsQuery);
  const nameOf = (id: string) => accounts.data?.find(({ accountId }) => accountId === id)?.displayName ?? '';

  return ({ event, data }) => {
    const tell = (words.events as Readonly<Record<string, ((told: Told) => string) | undefined>>)[event.type];
    if (!tell) return event.type;
    const order = (data.order ?? {}) as Record<string, unknown>;
    const amount = amountIn(data.amount ?? data.fee ?? order.totalPrice ?? data.cafeShare);
    const other = amountIn(data.deliveryShare);
    const total = amountIn(data.total);
    const bearers = words.bearers as Readonly<Record<string, string>>;
    const recipient = text(data.recipient);
    const message = text(data.message);
    const messages = words.messages as Readonly<Record<string, string>>;
    const channels = words.channels as Readonly<Record<string, string>>;
    const rider = text(data.riderId);
    return tell({
      amount: amount ? money(amount, language) : '',
      other: other && other.amount > 0 ? money(other, language) : '',
      reason: reasonText(text(data.reason)),
      note: text(data.note),
      rider: rider ? nameOf(rider) || words.someRider : words.someRider,
      minutes: typeof data.readyInMinutes === 'number' ? number(data.readyInMinutes) : '0',
      tries: typeof data.tries === 'number' ? number(data.tries) : '1',
      message: messages[message] ?? message,
      channel: channels[text(data.channel)] ?? text(data.channel),
      to: recipientOf(recipient, message, words.recipients),
      collected: data.collected !== false,
      pickedUp: data.pickedUp === true,
      total: total && total.amount !== amount?.amount ? money(total, language) : '',
      borneBy: bearers[text(data.borneBy)] ?? '',
      byLease: data.leaseExpired === true,
      returning: data.returning === true,
      lost: data.lost === true,
      byCustomer: data.byCustomer !== false,
      method: text(data.method),
    });
  };
}

interface Recipients {
  readonly cafe: string;
  readonly rider: string;
  readonly customer: string;
}
function recipientOf(recipient: string, message: string, words: Recipients): string {
  if (recipient.startsWith('cafe:')) return words.cafe;
  return message.startsWith('rider_') ? words.rider : words.customer;
}

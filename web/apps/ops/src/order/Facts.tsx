import type { CafeOrder, Delivery, MyPage, Order, Payment } from '@dangol/api';
import { allOf, dateTime, money, useCommonWords, useLanguage } from '@dangol/i18n';
import { Badge, type Tone } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { accountsQuery } from '../data.ts';
import { useOrderWords } from '../words/order.ts';
import { useReasonText } from '../words/reasons.ts';

interface Props {
  /** Of the branch: the times are those on its wall. */
  zone: string | undefined;
  order: Order | undefined;
  page: MyPage | undefined;
  payment: Payment | undefined;
  ticket: CafeOrder | undefined;
  delivery: Delivery | undefined;
}

/** Order, payment, ticket and delivery side by side, so that what does not fit together is seen. */
export function Facts({ zone, order, page, payment, ticket, delivery }: Props) {
  const words = useOrderWords();
  const common = useCommonWords();
  const language = useLanguage();
  const reasonText = useReasonText();
  const accounts = useQuery(accountsQuery);
  const time = (when: string | undefined) => when && dateTime(when, language, zone);
  const riderName = accounts.data?.find(({ accountId }) => accountId === delivery?.riderId)?.displayName;
  const methods: Readonly<Record<string, string>> = words.methods;
  const reason = page?.cancelReason ?? order?.cancelReason;
  return (
    <>
      {order && (
        <Fact
          title={words.order}
          state={words.pageStates[page?.orderStatus ?? 'PLACED']}
          tone={toneOf(page?.orderStatus)}
        >
          <Line name={words.items}>
            <ul class="fact-items">
              {order.lines.map((line, index) => (
                <li key={index}>
                  {allOf(line.name)} × {line.quantity}
                  {line.options.length > 0 && (
                    <span class="soft"> {line.options.map(({ name }) => allOf(name)).join(', ')}</span>
                  )}
                </li>
              ))}
            </ul>
          </Line>
          <Line name={words.total}>
            {money(order.totalPrice, language)} · {order.fulfilment === 'delivery' ? common.delivery : common.pickup}
          </Line>
          <Line name={words.noteLabel}>{order.note}</Line>
          <Line name={words.placedAt}>{time(order.orderDate)}</Line>
          <Line name={words.reason}>{reason && reasonText(reason)}</Line>
        </Fact>
      )}
      {payment && (
        <Fact title={words.payment} state={words.paymentStates[payment.status]} tone={toneOf(payment.status)}>
          <Line name={words.total}>{money(payment.totalPrice, language)}</Line>
          <Line name={words.method}>{methods[payment.method] ?? payment.method}</Line>
          <Line name={words.approval}>{payment.approvalCode}</Line>
          <Line name={words.paidAt}>{time(payment.paidAt)}</Line>
          <Line name={words.refunded}>{payment.refunded && money(payment.refunded, language)}</Line>
          <Line name={words.refunding}>{payment.refunding && money(payment.refunding, language)}</Line>
          <Line name={words.refundedAt}>{time(payment.refundedAt)}</Line>
        </Fact>
      )}
      {ticket && (
        <Fact title={words.ticket} state={words.ticketStates[ticket.status]} tone={toneOf(ticket.status)}>
          <Line name={words.promised}>{time(ticket.promisedAt)}</Line>
        </Fact>
      )}
      {delivery && (
        <Fact title={words.delivery} state={words.deliveryStates[delivery.status]} tone={toneOf(delivery.status)}>
          <Line name={words.rider}>
            {delivery.riderId ? <Link href="/riders">{riderName ?? delivery.riderId}</Link> : words.nobody}
          </Line>
          <Line name={words.fee}>{money(delivery.fee, language)}</Line>
          <Line name={words.failure}>{delivery.failure && reasonText(delivery.failure)}</Line>
          <Line name={words.failureNote}>{delivery.failureNote}</Line>
          <Line name={words.destination}>
            {delivery.destination && `${delivery.destination.address} ${delivery.destination.detail}`}
          </Line>
        </Fact>
      )}
    </>
  );
}

const bad = ['FAILED', 'LOST', 'UNKNOWN', 'PAYMENT_FAILED', 'EXPIRED', 'CANCELED', 'REJECTED', 'VOID', 'ABORTED'];
const good = ['PAID', 'SETTLED', 'REFUNDED', 'COMPLETED', 'HANDED_OVER', 'DELIVERED'];
const wary = [
  'REFUND_REQUESTED',
  'CANCEL_REQUESTED',
  'NOT_COLLECTED',
  'UNCLAIMED',
  'UNDELIVERED',
  'RETURNING',
  'OFFERED',
];

export function toneOf(state: string | undefined): Tone {
  if (!state) return 'plain';
  if (bad.includes(state)) return 'bad';
  if (good.includes(state)) return 'good';
  return wary.includes(state) ? 'warn' : 'brand';
}

function Fact({
  title,
  state,
  tone,
  children,
}: {
  title: string;
  state: string;
  tone: Tone;
  children: ComponentChildren;
}) {
  return (
    <section class="fact card">
      <div class="fact-head">
        <h2>{title}</h2>
        <Badge tone={tone}>{state}</Badge>
      </div>
      <dl class="fact-lines">{children}</dl>
    </section>
  );
}

/** Nothing where there is nothing to say. */
function Line({ name, children }: { name: string; children?: ComponentChildren }) {
  if (!children) return null;
  return (
    <div class="fact-line">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

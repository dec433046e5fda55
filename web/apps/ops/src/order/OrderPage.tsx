import type { Cafe, Money } from '@dangol/api';
import { allOf } from '@dangol/i18n';
import { Badge, Button, Failed, Notice, Waiting } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import { useAsk } from '../ask/Ask.tsx';
import { cafesQuery } from '../data.ts';
import { CopyButton } from '../frame/CopyButton.tsx';
import { Icon } from '../frame/Icon.tsx';
import { Page } from '../frame/Page.tsx';
import { useDeedWords } from '../words/deeds.ts';
import { useOrderWords } from '../words/order.ts';
import { type Subject, useOrderDeeds } from './deeds.ts';
import { Facts, toneOf } from './Facts.tsx';
import { type Command, isOpen, leftToRefund, possible } from './possible.ts';
import { deliveryQuery, orderQuery, pageQuery, paymentQuery, ticketQuery } from './queries.ts';
import { Story } from './Story.tsx';

/** Everything about one order: where it stands, what can be done, and how it came to that. */
export default function OrderPage({ orderId }: { orderId: string }) {
  const words = useOrderWords();
  const order = useQuery(orderQuery(orderId));
  const page = useQuery(pageQuery(orderId));
  const payment = useQuery(paymentQuery(orderId));
  const ticket = useQuery(ticketQuery(orderId));
  const delivery = useQuery(deliveryQuery(orderId));
  const cafes = useQuery(cafesQuery);

  const known = order.data ?? page.data;
  const cafe = cafes.data?.items.find(({ id }) => id === known?.cafeId);
  const name = known?.callNumber || orderId.slice(-6);
  const asked = [order, page, payment, ticket, delivery];
  const failed = asked.find(({ error }) => error);
  if (order.data === null && page.data === null && payment.data === null) {
    return (
      <Page title={words.titleUnknown}>
        <Notice tone="warn" live>
          {words.notFound}
        </Notice>
      </Page>
    );
  }
  return (
    <Page
      title={known ? words.title(name) : words.titleUnknown}
      aside={page.data && <Badge tone={toneOf(page.data.orderStatus)}>{allOf(page.data.orderStatusText)}</Badge>}
      lead={known ? allOf(known.cafeName) : undefined}
    >
      <p class="order-id">
        <code>{orderId}</code>
        <CopyButton kind="quiet" text={orderId} label={words.copy} done={words.copied} />
      </p>
      {failed && <Failed error={failed.error} onRetry={() => asked.forEach(({ refetch }) => void refetch())} />}
      {!known && !failed && (order.data === undefined || page.data === undefined) && <Waiting />}
      <div class="order">
        <div class="order-side">
          <Actions
            subject={{
              orderId,
              name,
              paid: payment.data?.status === 'PAID' ? payment.data.totalPrice : undefined,
            }}
            commands={possible({
              order: order.data?.status,
              payment: payment.data ?? undefined,
              ticket: ticket.data?.status,
              delivery: delivery.data?.status,
              fulfilment: order.data?.fulfilment,
            })}
            left={payment.data ? leftToRefund(payment.data) : undefined}
            refunding={payment.data?.refunding !== undefined}
            cafe={isOpen(order.data?.status) ? cafe : undefined}
          />
          <Facts
            zone={cafe?.timeZone}
            order={order.data ?? undefined}
            page={page.data ?? undefined}
            payment={payment.data ?? undefined}
            ticket={ticket.data ?? undefined}
            delivery={delivery.data ?? undefined}
          />
        </div>
        <Story orderId={orderId} zone={cafe?.timeZone} />
      </div>
    </Page>
  );
}

interface ActionsProps {
  subject: Subject;
  commands: readonly Command[];
  /** What of the payment can still go back. */
  left: Money | undefined;
  /** A refund is on its way: the next one has to wait. */
  refunding: boolean;
  /** To be called, while there is something to call about. */
  cafe: Cafe | undefined;
}

const grave: readonly Command[] = ['forceCancel', 'refund'];

function Actions({ subject, commands, left, refunding, cafe }: ActionsProps) {
  const words = useOrderWords();
  const deedWords = useDeedWords();
  const deeds = useOrderDeeds();
  const ask = useAsk();
  const start = (command: Command) => {
    if (command !== 'refund') ask(deeds[command](subject));
    else if (left) ask(deeds.refund({ ...subject, left }));
  };
  return (
    <section class="card order-actions" aria-labelledby="order-actions">
      <h2 id="order-actions">{words.actions}</h2>
      {commands.length === 0 && !cafe?.phone && <p class="soft">{words.noActions}</p>}
      <div class="order-buttons">
        {cafe?.phone && (
          <a class="button" href={`tel:${cafe.phone}`} aria-label={`${words.call}, ${cafe.phone}`}>
            <Icon name="phone" />
            {cafe.phone}
          </a>
        )}
        {commands.map((command) => (
          <Button key={command} kind={grave.includes(command) ? 'danger' : 'plain'} onClick={() => start(command)}>
            {deedWords[command]}
          </Button>
        ))}
      </div>
      {refunding && <Notice>{words.refundUnderWay}</Notice>}
    </section>
  );
}

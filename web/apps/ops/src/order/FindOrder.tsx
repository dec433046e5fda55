import { allOf, clock, date, dateTime, useLanguage } from '@dangol/i18n';
import { Badge, useNow } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import { Link, useSearch } from 'wouter-preact';
import { cafesQuery } from '../data.ts';
import { Loaded } from '../frame/Loaded.tsx';
import { Page } from '../frame/Page.tsx';
import { useSteps } from '../live.ts';
import { ageText, useHomeWords } from '../words/home.ts';
import { useOrderWords } from '../words/order.ts';
import { calledQuery } from './called.ts';
import { isPageOver, isTicketOver } from './ended.ts';
import { toneOf } from './Facts.tsx';

/** By call number; and those that are moving just now, because the one somebody calls about often is among them. */
export default function FindOrder() {
  const words = useOrderWords();
  const number = new URLSearchParams(useSearch()).get('number') ?? '';
  return (
    <Page title={words.findTitle} lead={words.findLead}>
      {number && <Called key={number} number={number} />}
      <Moving />
    </Page>
  );
}

function Called({ number }: { number: string }) {
  const words = useOrderWords();
  useLanguage();
  const found = useQuery(calledQuery(number));
  return (
    <section class="block" aria-labelledby="called">
      <h2 id="called">{words.found(number)}</h2>
      <Loaded query={found}>
        {(items) => (
          <>
            <p class="soft" role="status">
              {items.length > 0 ? words.foundSome(items.length) : words.foundNone(number)}
            </p>
            <ul class="rows">
              {items.map(({ cafe, ticket, endedAt }) => (
                <OrderRow
                  key={ticket.orderId}
                  orderId={ticket.orderId}
                  number={ticket.callNumber}
                  cafe={allOf(cafe.name)}
                  state={words.ticketStates[ticket.status]}
                  status={ticket.status}
                  at={isTicketOver(ticket.status) ? endedAt : ticket.orderDate}
                  over={isTicketOver(ticket.status)}
                  zone={cafe.timeZone}
                />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  );
}

function Moving() {
  const words = useOrderWords();
  const steps = useSteps();
  const cafes = useQuery(cafesQuery);
  const states: Readonly<Record<string, string>> = words.pageStates;
  return (
    <section class="block" aria-labelledby="moving">
      <h2 id="moving">{words.moving}</h2>
      {steps.length === 0 && <p class="soft">{words.movingNone}</p>}
      <ul class="rows">
        {steps.map((step) => {
          const cafe = cafes.data?.items.find(({ id }) => id === step.cafeId);
          return (
            <OrderRow
              key={step.orderId}
              orderId={step.orderId}
              number={step.callNumber || step.orderId.slice(-6)}
              cafe={cafe ? allOf(cafe.name) : step.cafeId}
              state={states[step.orderStatus] ?? step.orderStatus}
              status={step.orderStatus}
              at={new Date(step.seenAt).toISOString()}
              over={isPageOver(step.orderStatus)}
              zone={cafe?.timeZone}
            />
          );
        })}
      </ul>
    </section>
  );
}

interface RowProps {
  orderId: string;
  number: string;
  cafe: string;
  state: string;
  status: string;
  /** Since when it is as it is; of what is over, when it ended, which may be unknown. */
  at: string | undefined;
  over: boolean;
  /** Of the branch. */
  zone: string | undefined;
}

function OrderRow({ orderId, number, cafe, state, status, at, over, zone }: RowProps) {
  const words = useOrderWords();
  const homeWords = useHomeWords();
  const language = useLanguage();
  const now = useNow(15_000);
  const ended = (when: string) => {
    const today = date(when, language, zone) === date(now, language, zone);
    return words.ended((today ? clock : dateTime)(when, language, zone));
  };
  return (
    <li>
      <Link class="row" href={`/orders/${orderId}`}>
        <strong class="row-number">{number}</strong>
        <span class="row-name">{cafe}</span>
        <Badge tone={toneOf(status)}>{state}</Badge>
        <span class="row-age">{at && (over ? ended(at) : ageText(at, now, homeWords))}</span>
      </Link>
    </li>
  );
}

import type { Delivery } from '@dangol/api';
import { allOf, clock, money, useLanguage } from '@dangol/i18n';
import { Badge, Button } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { useAsk } from '../ask/Ask.tsx';
import { accountsQuery, deliveriesQuery, ridersQuery } from '../data.ts';
import { Loaded } from '../frame/Loaded.tsx';
import { Page } from '../frame/Page.tsx';
import { useOrderDeeds } from '../order/deeds.ts';
import { toneOf } from '../order/Facts.tsx';
import { useDeedWords } from '../words/deeds.ts';
import { useHomeWords } from '../words/home.ts';
import { useOrderWords } from '../words/order.ts';
import { useSectionWords } from '../words/sections.ts';

/** Deliveries that nobody has, those under way, and who is out there. */
export default function Riders() {
  const words = useSectionWords().riders;
  const deliveries = useQuery(deliveriesQuery);
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded query={deliveries}>
        {({ items }) => (
          <>
            <Deliveries
              id="waiting"
              title={words.waiting}
              none={words.waitingNone}
              items={items.filter(({ riderId, status }) => !riderId && status !== 'CANCELED')}
            />
            <Deliveries
              id="underway"
              title={words.underway}
              none={words.underwayNone}
              items={items.filter(({ status }) => ['CLAIMED', 'PICKED_UP', 'RETURNING'].includes(status))}
            />
          </>
        )}
      </Loaded>
      <OnShift />
    </Page>
  );
}

interface ListProps {
  id: string;
  title: string;
  none: string;
  items: readonly Delivery[];
}

function Deliveries({ id, title, none, items }: ListProps) {
  return (
    <section class="block" aria-labelledby={id}>
      <div class="block-head">
        <h2 id={id}>{title}</h2>
        {items.length > 0 && <Badge>{items.length}</Badge>}
      </div>
      {items.length === 0 && <p class="soft">{none}</p>}
      <ul class="rows">
        {items.map((delivery) => (
          <DeliveryRow key={delivery.deliveryId} delivery={delivery} />
        ))}
      </ul>
    </section>
  );
}

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const words = useSectionWords().riders;
  const orderWords = useOrderWords();
  const homeWords = useHomeWords();
  const deedWords = useDeedWords();
  const language = useLanguage();
  const accounts = useQuery(accountsQuery);
  const deeds = useOrderDeeds();
  const ask = useAsk();
  const { orderId, status, riderId, destination } = delivery;
  const name = delivery.callNumber || orderId.slice(-6);
  const rider = riderId && (accounts.data?.find(({ accountId }) => accountId === riderId)?.displayName ?? riderId);
  return (
    <li class="row">
      <strong class="row-number">{name}</strong>
      <div class="row-name">
        <p>
          {allOf(delivery.cafe.name)}
          {destination && ` → ${destination.address}`}
        </p>
        <p class="soft">
          {[
            rider,
            words.cups(delivery.qty),
            delivery.ready ? words.ready : words.notReady,
            money(delivery.fee, language),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <Badge tone={toneOf(status)}>{orderWords.deliveryStates[status]}</Badge>
      <div class="row-actions">
        <Link class="button" href={`/orders/${orderId}`} aria-label={homeWords.openOf(name)}>
          {homeWords.open}
        </Link>
        {status === 'CLAIMED' && (
          <Button onClick={() => ask(deeds.release({ orderId, name }))}>{deedWords.release}</Button>
        )}
        {status === 'PICKED_UP' && (
          <>
            <Button onClick={() => ask(deeds.confirm({ orderId, name }))}>{deedWords.confirm}</Button>
            <Button onClick={() => ask(deeds.fail({ orderId, name }))}>{deedWords.fail}</Button>
          </>
        )}
        {status === 'RETURNING' && (
          <Button onClick={() => ask(deeds.takeBack({ orderId, name }))}>{deedWords.takeBack}</Button>
        )}
      </div>
    </li>
  );
}

function OnShift() {
  const words = useSectionWords().riders;
  const language = useLanguage();
  const riders = useQuery(ridersQuery);
  const accounts = useQuery(accountsQuery);
  const nameOf = (id: string) => accounts.data?.find(({ accountId }) => accountId === id)?.displayName ?? id;
  return (
    <section class="block" aria-labelledby="on-shift">
      <h2 id="on-shift">{words.onShift}</h2>
      <Loaded query={riders}>
        {({ items }) => (
          <>
            {items.length === 0 && <p class="soft">{words.onShiftNone}</p>}
            <ul class="rows">
              {items.map(({ riderId, online, active, since }) => (
                <li class="row" key={riderId}>
                  <div class="row-name">
                    <p>
                      <strong>{nameOf(riderId)}</strong>
                    </p>
                    <p class="soft">
                      {[words.active(active.length), since && words.since(clock(since, language))]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  </div>
                  <Badge tone={online ? 'good' : 'plain'}>{online ? words.online : words.offline}</Badge>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  );
}

import { type Cafe, inParts, ok, type QueueLength } from '@dangol/api';
import { allOf, clock, useLanguage } from '@dangol/i18n';
import { Badge, Button, Dialog, FindCafe } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useAsk } from '../ask/Ask.tsx';
import { cafesQuery } from '../data.ts';
import { CopyButton } from '../frame/CopyButton.tsx';
import { Icon } from '../frame/Icon.tsx';
import { Loaded } from '../frame/Loaded.tsx';
import { Page } from '../frame/Page.tsx';
import { Qr } from '../frame/Qr.tsx';
import { api } from '../services.ts';
import { useCafeWords } from '../words/cafes.ts';
import { useCafeDeeds } from './deeds.ts';

const queuesAtOnce = 100; // as the contract allows
const queuesQuery = (cafes: readonly Cafe[]) => ({
  queryKey: ['queues', cafes.map(({ id }) => id).join(',')],
  queryFn: () =>
    inParts(cafes, queuesAtOnce, async (part) => {
      const params = { query: { cafes: part.map(({ id }) => id).join(',') } };
      return (await ok(api.GET('/myPages/queues', { params }))).items;
    }),
  enabled: cafes.length > 0,
  refetchInterval: 10_000,
});

export default function Cafes() {
  const words = useCafeWords();
  const cafes = useQuery({ ...cafesQuery, refetchInterval: 15_000 });
  const queues = useQuery(queuesQuery(cafes.data?.items ?? []));
  const [shown, setShown] = useState<Cafe>();
  return (
    <Page
      title={words.title}
      actions={
        <Link class="button button-primary" href="/cafes/new">
          {words.register}
        </Link>
      }
    >
      <Loaded query={cafes}>
        {({ items }) => (
          <>
            {items.length === 0 && <p class="soft">{words.none}</p>}
            <FindCafe cafes={items}>
              {(found) => (
                <ul class="cafes">
                  {found.map((cafe) => (
                    <CafeCard
                      key={cafe.id}
                      cafe={cafe}
                      queue={queues.data?.find(({ cafeId }) => cafeId === cafe.id)}
                      onQr={() => setShown(cafe)}
                    />
                  ))}
                </ul>
              )}
            </FindCafe>
          </>
        )}
      </Loaded>
      {shown && <QrDialog cafe={shown} onClose={() => setShown(undefined)} />}
    </Page>
  );
}

function CafeCard({ cafe, queue, onQr }: { cafe: Cafe; queue: QueueLength | undefined; onQr: () => void }) {
  const words = useCafeWords();
  const deeds = useCafeDeeds();
  const ask = useAsk();
  const name = allOf(cafe.name);
  return (
    <li class="card cafe">
      <div class="todo-head">
        <h2>{name}</h2>
        <StateBadge cafe={cafe} />
      </div>
      <p class="soft">{cafe.address}</p>
      <p>
        {queue && queue.ordersAhead > 0
          ? words.queue(queue.ordersAhead, queue.minutesLow, queue.minutesHigh)
          : words.queueNone}
      </p>
      <div class="todo-actions">
        {cafe.state === 'CLOSED' && <Button onClick={() => ask(deeds.open(cafe))}>{words.open}</Button>}
        {cafe.state === 'PAUSED' && <Button onClick={() => ask(deeds.open(cafe))}>{words.resume}</Button>}
        {cafe.state === 'OPEN' && <Button onClick={() => ask(deeds.pause(cafe))}>{words.pause}</Button>}
        {cafe.state !== 'CLOSED' && (
          <Button kind="danger" onClick={() => ask(deeds.close(cafe))}>
            {words.close}
          </Button>
        )}
        <Link class="button" href={`/cafes/${cafe.id}`} aria-label={words.editOf(name)}>
          {words.edit}
        </Link>
        <Button aria-label={words.qrOf(name)} onClick={onQr}>
          {words.qr}
        </Button>
        {cafe.phone && (
          <a class="button" href={`tel:${cafe.phone}`}>
            <Icon name="phone" />
            {cafe.phone}
          </a>
        )}
      </div>
    </li>
  );
}

function StateBadge({ cafe }: { cafe: Cafe }) {
  const { states } = useCafeWords();
  const language = useLanguage();
  if (cafe.state === 'CLOSED') return <Badge>{states.closed}</Badge>;
  if (cafe.state === 'PAUSED') {
    const until = cafe.pausedUntil;
    return (
      <Badge tone="warn">{until ? states.pausedUntil(clock(until, language, cafe.timeZone)) : states.paused}</Badge>
    );
  }
  return <Badge tone={cafe.openNow ? 'good' : 'plain'}>{cafe.openNow ? states.taking : states.outside}</Badge>;
}

function QrDialog({ cafe, onClose }: { cafe: Cafe; onClose: () => void }) {
  const words = useCafeWords();
  const name = allOf(cafe.name);
  const address = `${location.origin}/c/${cafe.id}`;
  return (
    <Dialog
      title={words.qrOf(name)}
      onClose={onClose}
      foot={
        <div class="ask-foot">
          <CopyButton text={address} label={words.copy} done={words.copied} />
          <Button kind="primary" onClick={() => window.print()}>
            {words.print}
          </Button>
        </div>
      }
    >
      <div class="qr-sheet">
        <p class="qr-name">{name}</p>
        <Qr text={address} label={words.qrOf(name)} />
        <p>
          <code>{address}</code>
        </p>
        <p class="soft">{words.qrWhy}</p>
      </div>
    </Dialog>
  );
}

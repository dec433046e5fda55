import { useSettled } from '@dangol/shell';
import { Button, Failed, FindCafe, Notice, Waiting } from '@dangol/ui';
import { useCafes, useQueues } from '../data/cafes.ts';
import { useLastOrders } from '../data/orders.ts';
import { askPlace, usePlace } from '../data/place.ts';
import { lastCafeOf } from '../logic/again.ts';
import { inOrder } from '../logic/nearby.ts';
import { Age } from '../parts/Age.tsx';
import { PlaceIcon } from '../parts/icons.tsx';
import { TopBar } from '../parts/TopBar.tsx';
import { useScreen } from '../parts/useScreen.ts';
import { useHomeWords } from '../words/home.ts';
import { CafeCard } from './CafeCard.tsx';
import { Mine } from './Mine.tsx';

export function HomeScreen() {
  const words = useHomeWords();
  const settled = useSettled();
  useScreen(words.title);
  const place = usePlace();
  const orders = useLastOrders().data;
  const last = settled && orders ? lastCafeOf(orders) : undefined;
  const cafes = useCafes(place.kind === 'known' ? place.place : undefined);
  const all = cafes.data ?? [];
  const queues = useQueues(all.map(({ id }) => id));

  return (
    <>
      <TopBar history />
      <Age at={cafes.dataUpdatedAt} failed={cafes.isError} />
      <main class="page" id="content">
        <h1 tabIndex={-1}>{words.title}</h1>
        {settled && <Mine />}
        {cafes.isPending && <Waiting />}
        {cafes.isError && !cafes.data && <Failed error={cafes.error} onRetry={() => void cafes.refetch()} />}
        {cafes.data && all.length === 0 && <p class="empty">{words.none}</p>}
        <FindCafe cafes={all}>
          {(found) => (
            <ul class="cafe-list">
              {inOrder(found, last, place.kind === 'known').map((cafe) => (
                <CafeCard key={cafe.id} cafe={cafe} queue={queues.get(cafe.id)} last={cafe.id === last} />
              ))}
            </ul>
          )}
        </FindCafe>
        {place.kind === 'known' ? (
          <p class="place-note">{words.nearestFirst}</p>
        ) : (
          all.length > 1 && (
            <Button wide busy={place.kind === 'asking'} onClick={() => void askPlace()}>
              <PlaceIcon />
              {place.kind === 'asking' ? words.finding : words.nearest}
            </Button>
          )
        )}
        {place.kind === 'refused' && (
          <Notice tone="warn" live>
            {words.refused}
          </Notice>
        )}
      </main>
    </>
  );
}

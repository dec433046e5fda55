import type { Cafe, QueueLength } from '@dangol/api';
import { allOf, useLanguage } from '@dangol/i18n';
import { Link } from 'wouter-preact';
import { distanceText } from '../logic/nearby.ts';
import { minutesText, takesOrders, useCafeState } from '../parts/wait.ts';
import { useHomeWords } from '../words/home.ts';
import { useSharedWords } from '../words/shared.ts';

interface Props {
  cafe: Cafe;
  queue?: QueueLength;
  last: boolean;
}

export function CafeCard({ cafe, queue, last }: Props) {
  useLanguage();
  const words = useHomeWords();
  const shared = useSharedWords();
  const state = useCafeState()(cafe, queue);
  return (
    <li class="cafe-card">
      <Link href={`/c/${encodeURIComponent(cafe.id)}`}>
        <strong>{allOf(cafe.name)}</strong>
        <span class={`cafe-state is-${state.kind}`}>{state.text}</span>
        {takesOrders(cafe) && queue && (
          <span class="cafe-wait">{shared.waitNow(minutesText(queue), queue.unitsAhead)}</span>
        )}
        <span class="cafe-address" lang="ko">
          {cafe.address}
        </span>
        {(last || cafe.distanceMetres !== undefined) && (
          <span class="cafe-near">
            {[
              cafe.distanceMetres !== undefined && words.distance(distanceText(cafe.distanceMetres)),
              last && words.lastUsed,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        )}
      </Link>
    </li>
  );
}

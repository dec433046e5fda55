import type { MyPage, QueuePosition } from '@dangol/api';
import { clock, range, useLanguage } from '@dangol/i18n';
import { Notice, useNow } from '@dangol/ui';
import { useRef } from 'preact/hooks';
import { type Eta, nextEta } from '../logic/eta.ts';
import { useOrderWords } from '../words/order.ts';

const waiting: readonly MyPage['orderStatus'][] = ['PLACED', 'ACCEPTED', 'PREPARING'];

/** The place in the queue, counting down, and when it will be ready. */
export function QueuePart({ page, zone }: { page: MyPage; zone: string | undefined }) {
  const words = useOrderWords();
  const language = useLanguage();
  if (!waiting.includes(page.orderStatus)) return null;
  if (page.queue) return <Queue queue={page.queue} making={page.orderStatus === 'PREPARING'} zone={zone} />;
  return page.promisedAt ? <p class="promised">{words.promised(clock(page.promisedAt, language, zone))}</p> : null;
}

function Queue({ queue, making, zone }: { queue: QueuePosition; making: boolean; zone: string | undefined }) {
  const words = useOrderWords();
  const language = useLanguage();
  const now = useNow(10_000);
  const shown = useRef<Eta>();
  const eta = nextEta(shown.current, queue);
  shown.current = eta;
  const time = (at: number) => clock(Math.max(now, at), language, zone);
  const minutes = (at: number) => Math.max(0, Math.ceil((at - now) / 60_000));
  const high = minutes(eta.high);
  return (
    <section class="queue">
      <dl>
        {!making && (
          <div>
            <dt>{words.queue}</dt>
            <dd class="queue-figure" data-testid="queue-position">
              {words.position(queue.position)}
            </dd>
            <dd>{words.ahead(queue.unitsAhead)}</dd>
          </div>
        )}
        <div>
          <dt>{words.eta}</dt>
          <dd class="queue-figure">
            {high <= 1 ? words.etaSoon : words.etaMinutes(range(Math.max(1, minutes(eta.low)), high))}
          </dd>
          <dd>{words.etaClock(time(eta.low), time(eta.high))}</dd>
        </div>
      </dl>
      {eta.longerBy > 0 && (
        <Notice tone="warn" live>
          {words.longer(eta.longerBy)}
        </Notice>
      )}
    </section>
  );
}

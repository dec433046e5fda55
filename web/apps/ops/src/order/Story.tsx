import { clockSeconds, dateTime, useLanguage } from '@dangol/i18n';
import { Choice, Notice } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Loaded } from '../frame/Loaded.tsx';
import { useWho } from '../people/who.ts';
import { useContextName } from '../words/contexts.ts';
import { gapText, useOrderWords } from '../words/order.ts';
import { actorOf, isAutomatic, personOf } from './actor.ts';
import { recordedQuery } from './queries.ts';
import { gapOf, isBookkeeping, type Moment, type Step, storyOf } from './story.ts';
import { useTeller } from './told.ts';

/** Commands, events, payments and messages of one order, on one line of time. */
export function Story({ orderId, zone }: { orderId: string; zone: string | undefined }) {
  const words = useOrderWords();
  const contextName = useContextName();
  const recorded = useQuery(recordedQuery(orderId));
  const [books, setBooks] = useState(false);
  return (
    <section class="story" aria-labelledby="story">
      <div class="story-head">
        <h2 id="story">{words.story}</h2>
        <Choice type="checkbox" name="books" checked={books} onChoose={setBooks}>
          {words.showBooks}
        </Choice>
      </div>
      <Loaded query={recorded}>
        {({ events, silent }) => (
          <>
            {silent.length > 0 && (
              <Notice tone="warn">{words.storyPart(silent.map((context) => contextName(context)).join(', '))}</Notice>
            )}
            <Moments moments={storyOf(events.filter(({ type }) => books || !isBookkeeping(type)))} zone={zone} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Moments({ moments, zone }: { moments: readonly Moment[]; zone: string | undefined }) {
  const words = useOrderWords();
  if (moments.length === 0) return <p class="soft">{words.storyNone}</p>;
  return (
    <ol class="moments">
      {moments.map((moment, index) => (
        <MomentItem
          key={moment.key}
          moment={moment}
          zone={zone}
          gap={gapOf(moments[index - 1]?.at, moment.at)}
          first={index === 0}
        />
      ))}
    </ol>
  );
}

interface MomentProps {
  moment: Moment;
  zone: string | undefined;
  gap: number;
  first: boolean;
}

function MomentItem({ moment, zone, gap, first }: MomentProps) {
  const words = useOrderWords();
  const language = useLanguage();
  const who = useWho();
  const person = personOf(moment);
  const side = words.actors[actorOf(moment)];
  return (
    <li class={`moment moment-${moment.origin}`}>
      <p class="moment-head">
        <time class="moment-time" dateTime={moment.at} title={dateTime(moment.at, language, zone)}>
          {clockSeconds(moment.at, language, zone)}
        </time>
        <span class="moment-origin">
          {person ? who(person) : isAutomatic(moment) ? `${words.automatic} · ${side}` : side}
        </span>
        {!first && <span class="moment-gap">{words.later(gapText(gap, words))}</span>}
      </p>
      <ul class="steps">
        {moment.steps.map((step, index) => (
          <StepItem key={step.event.id} step={step} lead={index === 0} by={person} />
        ))}
      </ul>
    </li>
  );
}

/** `by`: the person who set it off. What follows by itself says so. */
function StepItem({ step, lead, by }: { step: Step; lead: boolean; by: string }) {
  const words = useOrderWords();
  const contextName = useContextName();
  const tell = useTeller();
  const who = useWho();
  const { event } = step;
  return (
    <li class={lead ? 'step step-lead' : 'step'}>
      <details class="step-details">
        <summary class="step-line">
          <span class={`step-context step-context-${event.source}`}>{contextName(event.source)}</span>
          <span class="step-text">{tell(step)}</span>
          {event.actor !== by && <span class="step-who">{event.actor ? who(event.actor) : words.automatic}</span>}
        </summary>
        <dl class="record" aria-label={words.rawOf(event.type)}>
          <div>
            <dt>{words.type}</dt>
            <dd>
              <code>{event.type}</code>
            </dd>
          </div>
          <div>
            <dt>{words.cause}</dt>
            <dd>
              <code>{event.causationId}</code>
            </dd>
          </div>
          <div>
            <dt>{words.eventId}</dt>
            <dd>
              <code>{event.id}</code>
            </dd>
          </div>
          <div>
            <dt>{words.version}</dt>
            <dd>
              <code>{event.version}</code>
            </dd>
          </div>
          <div class="record-data">
            <dt>{words.data}</dt>
            <dd>
              <pre>{JSON.stringify(step.data, null, 2)}</pre>
            </dd>
          </div>
        </dl>
      </details>
    </li>
  );
}

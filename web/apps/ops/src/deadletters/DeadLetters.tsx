import { useCommonWords } from '@dangol/i18n';
import { Badge, Button, Notice, useNow } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { useAsk } from '../ask/Ask.tsx';
import { type ContextLetters, deadLettersQuery } from '../data.ts';
import { Loaded } from '../frame/Loaded.tsx';
import { Page } from '../frame/Page.tsx';
import { isOrderId } from '../frame/Search.tsx';
import { type Letters, lettersBySubject } from '../home/todo.ts';
import { useContextName } from '../words/contexts.ts';
import { useDeedWords } from '../words/deeds.ts';
import { ageText, useHomeWords } from '../words/home.ts';
import { useSectionWords } from '../words/sections.ts';
import { useLetterDeeds } from './deeds.ts';

/** Events that a context could not handle, by what they are about: tried again or given up together. */
export default function DeadLetters() {
  const words = useSectionWords().letters;
  const contextName = useContextName();
  const asked = useQuery(deadLettersQuery);
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded query={asked}>
        {(contexts) => {
          const away = contexts.filter(({ failure }) => failure);
          const subjects = lettersBySubject(contexts).sort((a, b) => a.since.localeCompare(b.since));
          return (
            <>
              {away.length > 0 && (
                <Notice tone="warn">{words.away(away.map(({ context }) => contextName(context)).join(', '))}</Notice>
              )}
              {subjects.length === 0 && (
                <div class="calm card">
                  <p class="calm-title">{words.none}</p>
                  <p>{words.noneWhy}</p>
                </div>
              )}
              <ol class="todo-list">
                {subjects.map((letters) => (
                  <SubjectCard
                    key={`${letters.context}:${letters.source}:${letters.subject}`}
                    letters={letters}
                    contexts={contexts}
                  />
                ))}
              </ol>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function SubjectCard({ letters, contexts }: { letters: Letters; contexts: readonly ContextLetters[] }) {
  const words = useSectionWords().letters;
  const homeWords = useHomeWords();
  const deedWords = useDeedWords();
  const common = useCommonWords();
  const contextName = useContextName();
  const deeds = useLetterDeeds();
  const ask = useAsk();
  const now = useNow(15_000);
  const { context, source, subject, count } = letters;
  const all = contexts.find((one) => one.context === context)?.letters ?? [];
  const mine = all.filter((letter) => letter.source === source && letter.subject === subject);
  return (
    <li class="card">
      <div class="todo-head">
        <Badge tone="warn">{words.count(count)}</Badge>
        <span class="todo-age">{ageText(letters.since, now, homeWords)}</span>
      </div>
      <h2 class="todo-what">{letters.eventType}</h2>
      <p class="todo-why">
        {words.from(contextName(source), contextName(context))} · {words.attempts(mine[0]?.attempts ?? 1)}
      </p>
      <p>{letters.reason}</p>
      <p class="soft">
        {words.subject} <code>{subject}</code>
      </p>
      <details class="letters-events">
        <summary>{words.events}</summary>
        <ol class="letters-list">
          {mine.map((letter) => (
            <li key={letter.eventId}>
              <strong>{letter.eventType}</strong> <code>{letter.eventId}</code>
              <pre class="block-code">{pretty(letter.data)}</pre>
            </li>
          ))}
          {mine.length === 0 && <li>{common.none}</li>}
        </ol>
      </details>
      <div class="todo-actions">
        {isOrderId(subject) && (
          <Link class="button" href={`/orders/${subject}`}>
            {words.openOrder}
          </Link>
        )}
        <Button onClick={() => ask(deeds.retry(letters))}>{deedWords.retry}</Button>
        <Button kind="danger" onClick={() => ask(deeds.drop(letters))}>
          {deedWords.drop}
        </Button>
      </div>
    </li>
  );
}

function pretty(data: string): string {
  try {
    return JSON.stringify(JSON.parse(data), null, 2);
  } catch {
    return data;
  }
}

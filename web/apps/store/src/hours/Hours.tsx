import { ok } from '@dangol/api';
import { useCommonWords } from '@dangol/i18n';
import { Button, Failed, Notice, Waiting } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { useCafe, useCafeCommand } from '../cafe.ts';
import { api } from '../services.ts';
import { Page } from '../shell/Page.tsx';
import { useOfficeWords } from '../words/office.ts';
import { Day } from './Day.tsx';
import { hoursOf, isPossible, usual, type Week, weekOf } from './week.ts';
import '../styles/office.css';

const send = (id: string, week: Week) =>
  ok(api.PUT('/cafes/{id}/hours', { params: { path: { id } }, body: { hours: hoursOf(week) } }));

/** The week's opening hours. What is typed here stays here until it is saved. */
export default function Hours() {
  const words = useOfficeWords();
  const common = useCommonWords();
  const cafe = useCafe();
  const [draft, setDraft] = useState<Week>();
  const save = useCafeCommand(send, words.hoursSaved);

  if (!cafe.data) {
    return (
      <Page title={words.hoursTitle}>
        {cafe.error ? <Failed error={cafe.error} onRetry={() => void cafe.refetch()} /> : <Waiting />}
      </Page>
    );
  }
  const week = draft ?? weekOf(cafe.data.hours);
  const none = week.every((spans) => spans.length === 0);
  const possible = week.flat().every(isPossible);
  const change = (weekday: number, spans: Week[number]) =>
    setDraft(week.map((before, index) => (index === weekday ? spans : before)));
  const submit = () => save.mutate(week, { onSuccess: () => setDraft(undefined) });

  return (
    <Page
      title={words.hoursTitle}
      actions={
        draft && (
          <>
            <Button onClick={() => setDraft(undefined)}>{common.cancel}</Button>
            <Button kind="primary" disabled={!possible} busy={save.isPending} onClick={submit}>
              {common.save}
            </Button>
          </>
        )
      }
    >
      <p class="hint">{words.hoursHint}</p>
      {!possible && (
        <Notice tone="bad" live>
          {words.hoursWrong}
        </Notice>
      )}
      {none ? (
        <div class="hours-none card">
          <p>{words.noHours}</p>
          <Button onClick={() => setDraft(Array.from({ length: 7 }, () => [usual]))}>{words.setHours}</Button>
        </div>
      ) : (
        <>
          <ul class="hours">
            {week.map((spans, weekday) => (
              <li key={weekday}>
                <Day
                  name={words.weekdays[weekday] ?? ''}
                  spans={spans}
                  onChange={(next) => change(weekday, next)}
                  onCopy={() => setDraft(Array.from({ length: 7 }, () => spans))}
                />
              </li>
            ))}
          </ul>
          <Button kind="quiet" class="hours-clear" onClick={() => setDraft(Array.from({ length: 7 }, () => []))}>
            {words.clearHours}
          </Button>
        </>
      )}
    </Page>
  );
}

import { ok } from '@dangol/api';
import { useCommonWords } from '@dangol/i18n';
import { Button, Failed, Notice, Waiting } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { useCafe, useCafeCommand } from '../cafe.ts';
import { api } from '../services.ts';
import { Page } from '../shell/Page.tsx';
import { useUnsaved } from '../unsaved.ts';
import { useOfficeWords } from '../words/office.ts';
import { Day } from './Day.tsx';
import { hoursOf, isPossible, usual, type Week, weekOf } from './week.ts';
import '../styles/office.css';

interface Draft {
  week: Week;
  /** Of the hours that it began from: another screen may have changed them since. */
  tag: string;
}

const send = (id: string, { week, tag }: Draft) =>
  ok(
    api.PUT('/cafes/{id}/hours', {
      params: { path: { id }, header: { 'If-Match': tag } },
      body: { hours: hoursOf(week) },
    }),
  );

/** The week's opening hours. What is typed here stays here until it is saved, and is not left without asking. */
export default function Hours() {
  const words = useOfficeWords();
  const common = useCommonWords();
  const cafe = useCafe();
  const [draft, setDraft] = useState<Draft>();
  const save = useCafeCommand(send, words.hoursSaved);
  const saved = cafe.data && weekOf(cafe.data.hours);
  useUnsaved(draft !== undefined && JSON.stringify(draft.week) !== JSON.stringify(saved));

  if (!cafe.data || !saved) {
    return (
      <Page title={words.hoursTitle}>
        {cafe.error ? <Failed error={cafe.error} onRetry={() => void cafe.refetch()} /> : <Waiting />}
      </Page>
    );
  }
  const { tag } = cafe.data;
  const week = draft?.week ?? saved;
  const none = week.every((spans) => spans.length === 0);
  const possible = week.flat().every(isPossible);
  const edit = (next: Week) => setDraft({ week: next, tag: draft?.tag ?? tag });
  const change = (weekday: number, spans: Week[number]) =>
    edit(week.map((before, index) => (index === weekday ? spans : before)));
  const submit = () => draft && save.mutate(draft, { onSuccess: () => setDraft(undefined) });

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
          <Button onClick={() => edit(Array.from({ length: 7 }, () => [usual]))}>{words.setHours}</Button>
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
                  onCopy={() => edit(Array.from({ length: 7 }, () => spans))}
                />
              </li>
            ))}
          </ul>
          <Button kind="quiet" class="hours-clear" onClick={() => edit(Array.from({ length: 7 }, () => []))}>
            {words.clearHours}
          </Button>
        </>
      )}
    </Page>
  );
}

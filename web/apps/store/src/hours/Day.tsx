import { Button, Switch } from '@dangol/ui';
import { useOfficeWords } from '../words/office.ts';
import { runsIntoNextDay, type Span, usual } from './week.ts';

interface Props {
  name: string;
  spans: readonly Span[];
  onChange: (spans: readonly Span[]) => void;
  onCopy: () => void;
}

export function Day({ name, spans, onChange, onCopy }: Props) {
  const words = useOfficeWords();
  const put = (index: number, change: Partial<Span>) =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...change } : span)));
  return (
    <div class="day card">
      <Switch on={spans.length > 0} label={words.works(name)} onChange={(on) => onChange(on ? [usual] : [])}>
        <span class="day-name">{name}</span>
      </Switch>
      {spans.length === 0 && <p class="hint">{words.dayOff}</p>}
      <div class="day-spans">
        {spans.map((span, index) => (
          <div class="day-span" key={index}>
            <input
              type="time"
              class="input"
              aria-label={words.opens(name)}
              value={span.opens}
              onChange={(event) => put(index, { opens: event.currentTarget.value })}
            />
            <span aria-hidden="true">–</span>
            <input
              type="time"
              class="input"
              aria-label={words.closes(name)}
              value={span.closes}
              onChange={(event) => put(index, { closes: event.currentTarget.value })}
            />
            {runsIntoNextDay(span) && <span class="hint">{words.nextDay}</span>}
            {spans.length > 1 && (
              <Button
                kind="quiet"
                aria-label={words.removeSpan}
                onClick={() => onChange(spans.filter((_, at) => at !== index))}
              >
                ✕
              </Button>
            )}
          </div>
        ))}
      </div>
      {spans.length > 0 && (
        <div class="day-actions">
          {spans.length < 4 && (
            <Button kind="quiet" onClick={() => onChange([...spans, { opens: '18:00', closes: '22:00' }])}>
              {words.addSpan}
            </Button>
          )}
          <Button kind="quiet" onClick={onCopy}>
            {words.copyToAll}
          </Button>
        </div>
      )}
    </div>
  );
}

// A screen below the head: what scrolls, and the next step that stays below it. Nothing ever lies over anything.
import { useOutbox } from '@dangol/shell';
import { useDeviceNow } from '@dangol/ui';
import type { ComponentChildren } from 'preact';
import { queries } from '../services.ts';
import { useRiderWords } from '../words.ts';
import { knownDelivery } from '../work/keys.ts';
import { nameOf, outbox } from '../work/taps.ts';
import { Notes } from './Notes.tsx';

interface Props {
  /** Before everything: what else could be looked at. */
  tabs?: ComponentChildren;
  /** Where the thumb is. */
  foot?: ComponentChildren;
  /** The delivery whose notes the screen shows itself, beside its next step. */
  subject?: string;
  children: ComponentChildren;
}

export function Screen({ tabs, foot, subject, children }: Props) {
  return (
    <div class="screen">
      <div class="screen-body">
        <Unsent />
        <Notes except={subject} />
        {tabs}
        {children}
      </div>
      {foot && <div class="action-bar">{foot}</div>}
    </div>
  );
}

const graceMs = 1_500; // a tap that is on its way is not worth a word

/** Steps that were tapped and not heard: that they are kept is what a rider in a cellar wants to know. */
function Unsent() {
  const words = useRiderWords();
  const now = useDeviceNow(1_000);
  const waiting = useOutbox(outbox).filter((tap) => now - tap.tappedAt > graceMs);
  if (waiting.length === 0) return null;
  return (
    <div role="status">
      <details class="unsent">
        <summary>
          <strong>{words.unsent(waiting.length)}</strong> · {words.unsentSoon}
        </summary>
        <ul>
          {waiting.map((tap) => (
            <li key={tap.key}>
              {nameOf(knownDelivery(queries, tap.subject))} ·{' '}
              {tap.label === 'confirm' ? words.unsentConfirm : words.unsentStart}
            </li>
          ))}
        </ul>
        <p>{words.unsentText}</p>
      </details>
    </div>
  );
}

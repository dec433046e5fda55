import { Button, Failed, Notice, useNow, Waiting } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { openCafe, openingOf, useCafe, useCafeCommand } from '../cafe.ts';
import { Page } from '../shell/Page.tsx';
import { useShift } from '../shift.ts';
import { useBoardWords } from '../words/board.ts';
import { useShellWords } from '../words/shell.ts';
import { Lane } from './Lane.tsx';
import { RecallDialog } from './RecallDialog.tsx';
import { ShiftStart } from './ShiftStart.tsx';
import { lanesOf } from './ticket.ts';
import { useTickets } from './useTickets.ts';

const shown = ['new', 'making', 'ready'] as const;

/** The bar's screen: what is new, what is being made, what waits to be fetched. */
export function Board() {
  const words = useBoardWords();
  const shell = useShellWords();
  const { tickets, data, error, refetch } = useTickets();
  const { data: cafe } = useCafe();
  const shift = useShift();
  const now = useNow(1_000);
  const open = useCafeCommand(openCafe, shell.openedToast);
  const [recalling, setRecalling] = useState(false);
  const [onPhone, setOnPhone] = useState<(typeof shown)[number]>('new'); // a phone has room for one lane
  const lanes = lanesOf(tickets);

  if (!shift.begun) return <ShiftStart openTickets={shown.reduce((sum, lane) => sum + lanes[lane].length, 0)} />;
  if (!data) {
    return (
      <Page title={words.title}>{error ? <Failed error={error} onRetry={() => void refetch()} /> : <Waiting />}</Page>
    );
  }
  return (
    <Page title={words.title} hideTitle class="board">
      {cafe && openingOf(cafe, now) === 'closed' && (
        <Notice
          tone="warn"
          actions={
            <Button busy={open.isPending} onClick={() => open.mutate(undefined)}>
              {words.start}
            </Button>
          }
        >
          {words.closedNotice}
        </Notice>
      )}
      <div class="board-bar">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's */}
        <div class="lane-choice" role="group" aria-label={words.title}>
          {shown.map((lane) => (
            <Button key={lane} aria-pressed={onPhone === lane} onClick={() => setOnPhone(lane)}>
              {words.lanes[lane]} <b>{lanes[lane].length}</b>
            </Button>
          ))}
        </div>
        <Button kind="quiet" class="board-recall" onClick={() => setRecalling(true)}>
          {words.recall}
        </Button>
      </div>
      <div class="lanes">
        {shown.map((lane) => (
          <Lane key={lane} lane={lane} tickets={lanes[lane]} all={tickets} now={now} hiddenOnPhone={onPhone !== lane} />
        ))}
      </div>
      {recalling && <RecallDialog tickets={lanes.done} onClose={() => setRecalling(false)} />}
    </Page>
  );
}

import { allOf } from '@dangol/i18n';
import { Button, chime } from '@dangol/ui';
import { openCafe, useCafe, useCafeCommand } from '../cafe.ts';
import { Page } from '../shell/Page.tsx';
import { beginShift } from '../shift.ts';
import { useBoardWords } from '../words/board.ts';

/** One tap begins the day: it opens the branch if need be, turns the sound on, keeps the screen awake, and lets hear it. */
export function ShiftStart({ openTickets }: { openTickets: number }) {
  const words = useBoardWords();
  const { data: cafe } = useCafe();
  const open = useCafeCommand(openCafe);
  const begin = async (opening: boolean) => {
    // The branch first: the sound must wait for the tap, the branch for nothing.
    if (opening && cafe?.state !== 'OPEN') open.mutate(undefined);
    await beginShift();
    chime('ready');
  };
  return (
    <Page title={words.title} hideTitle class="shift-start">
      <div class="shift-start-card card">
        <p class="shift-start-name">{cafe ? allOf(cafe.name) : ''}</p>
        {cafe && (
          <p>
            {cafe.state === 'OPEN' ? words.startOpen : cafe.state === 'PAUSED' ? words.startPaused : words.startClosed}
          </p>
        )}
        <Button kind="primary" console wide class="shift-start-button" onClick={() => void begin(true)}>
          {words.start}
        </Button>
        <p class="hint">{words.startHint}</p>
        {cafe && cafe.state !== 'OPEN' && openTickets > 0 && (
          <Button wide onClick={() => void begin(false)}>
            {words.onlyBoard(openTickets)}
          </Button>
        )}
      </div>
    </Page>
  );
}

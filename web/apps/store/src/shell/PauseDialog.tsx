import { type Cafe, serverNow } from '@dangol/api';
import { clock, useLanguage } from '@dangol/i18n';
import { Button, Dialog } from '@dangol/ui';
import { pauseCafe, useCafeCommand } from '../cafe.ts';
import { minutesToDaysEnd } from '../countdown.ts';
import { useShellWords } from '../words/shell.ts';

const choices = [15, 30, 60];

/** One tap here pauses; each pause ends by itself. */
export function PauseDialog({ cafe, onClose }: { cafe: Cafe; onClose: () => void }) {
  const words = useShellWords();
  const dayEnds = clock(cafe.businessDay.ends, useLanguage(), cafe.timeZone);
  const pause = useCafeCommand(pauseCafe, words.pausedToast);
  const choose = (minutes: number) => {
    pause.mutate(minutes);
    onClose();
  };
  return (
    <Dialog title={words.pauseTitle} onClose={onClose}>
      <p class="hint">{words.pauseHint}</p>
      <div class="pause-choices">
        {choices.map((minutes) => (
          <Button key={minutes} console onClick={() => choose(minutes)}>
            {words.pauseMinutes(minutes)}
          </Button>
        ))}
        <Button console onClick={() => choose(minutesToDaysEnd(cafe, serverNow()))}>
          {words.pauseToday}
          <small class="pause-choice-hint">{words.pauseTodayHint(dayEnds)}</small>
        </Button>
      </div>
    </Dialog>
  );
}

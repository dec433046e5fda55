import { allOf, range } from '@dangol/i18n';
import { Badge, Button, LanguageSwitch, useNow } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { openCafe, openingOf, useCafe, useCafeCommand, useQueue } from '../cafe.ts';
import { countdown } from '../countdown.ts';
import { useShellWords } from '../words/shell.ts';
import { PauseDialog } from './PauseDialog.tsx';

interface Props {
  /** Only where there are several branches. */
  onChangeCafe?: () => void;
}

/** Always in sight: does the branch take orders, until when not, and how much is waiting. */
export function TopBar({ onChangeCafe }: Props) {
  const words = useShellWords();
  const { data: cafe } = useCafe();
  const { data: queue } = useQueue();
  const now = useNow(1_000);
  const [pausing, setPausing] = useState(false);
  const resume = useCafeCommand(openCafe, words.openedToast);
  const opening = cafe && openingOf(cafe, now);

  return (
    <header class="top-bar">
      <div class="top-bar-cafe">
        <p class="top-bar-name">{cafe ? allOf(cafe.name) : words.app}</p>
        {onChangeCafe && (
          <Button kind="quiet" onClick={onChangeCafe}>
            {words.changeCafe}
          </Button>
        )}
      </div>
      {cafe && opening && (
        <p class="top-bar-state" data-testid="opening">
          {opening === 'open' && <Badge tone="good">● {words.open}</Badge>}
          {opening === 'paused' && (
            <Badge tone="warn">
              ❚❚ {words.paused(countdown(Date.parse(cafe.pausedUntil ?? new Date(now).toISOString()) - now))}
            </Badge>
          )}
          {opening === 'closed' && <Badge>■ {words.closed}</Badge>}
          {opening === 'outsideHours' && <Badge tone="warn">■ {words.outsideHours}</Badge>}
        </p>
      )}
      {queue && (
        <p class="top-bar-queue">
          {queue.unitsAhead > 0
            ? words.queue(queue.unitsAhead, range(queue.minutesLow, queue.minutesHigh))
            : words.noQueue}
        </p>
      )}
      <div class="top-bar-actions">
        {opening === 'paused' ? (
          <Button kind="primary" busy={resume.isPending} onClick={() => resume.mutate(undefined)}>
            {words.resume}
          </Button>
        ) : (
          opening === 'open' && <Button onClick={() => setPausing(true)}>{words.pause}</Button>
        )}
        <LanguageSwitch />
      </div>
      {pausing && cafe && <PauseDialog cafe={cafe} onClose={() => setPausing(false)} />}
    </header>
  );
}

// Before the shift: one large button. It asks for the place, and for a café nearby when the place is not told.
import type { Place, Shift } from '@dangol/api';
import { Button, Notice, unlockSound } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { useRiderWords } from '../words.ts';
import { locate } from '../work/position.ts';
import { useChangeShift } from '../work/shift.ts';
import { Heading } from './Heading.tsx';
import { Screen } from './Screen.tsx';
import { WhereDialog } from './WhereDialog.tsx';

export function OffDuty({ shift }: { shift: Shift }) {
  const words = useRiderWords();
  const change = useChangeShift();
  const [asking, ask] = useState(false);
  const [locating, setLocating] = useState(false);

  const startAt = (place: Place) => {
    ask(false);
    change.mutate({ online: true, place });
  };
  async function start(): Promise<void> {
    void unlockSound();
    setLocating(true);
    const place = (await locate()) ?? shift.place;
    setLocating(false);
    if (place) startAt(place);
    else ask(true);
  }

  return (
    <Screen
      foot={
        <Button kind="primary" wide console busy={locating || change.isPending} onClick={() => void start()}>
          {words.startWork}
        </Button>
      }
    >
      <div class="off-duty">
        <OffDutyPicture />
        <Heading title={words.offTitle} />
        <p>{words.offText}</p>
        <p class="soft">{words.offPlace}</p>
        {change.error && (
          <Notice tone="bad" live>
            {change.error.message}
          </Notice>
        )}
      </div>
      {asking && <WhereDialog onChoose={startAt} onClose={() => ask(false)} />}
    </Screen>
  );
}

/** A bicycle with a bag, as a rider would draw it. */
function OffDutyPicture() {
  return (
    <svg class="off-duty-picture" viewBox="0 0 200 120" aria-hidden="true">
      <path class="picture-road" d="M8 108h184" />
      <circle class="picture-line" cx="52" cy="84" r="23" />
      <circle class="picture-line" cx="150" cy="84" r="23" />
      <path
        class="picture-line"
        d="M52 84 76 46h52l22 38M76 46l25 38H52M101 84l27-38M126 36h14l8 8M68 40h18M36 50h40"
      />
      <rect class="picture-bag" x="34" y="14" width="36" height="32" rx="5" />
      <path class="picture-cup" d="M46 24h12l-2 13h-8zM58 27h3a3 3 0 0 1 0 6h-4" />
    </svg>
  );
}

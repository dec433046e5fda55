import { Button } from '@dangol/ui';
import { useLocation } from 'wouter-preact';
import type { Alarm } from '../board/alarm.ts';
import { beginShift, useShift } from '../shift.ts';
import { useShellWords } from '../words/shell.ts';

interface Props {
  alarm: Alarm & { silence: () => void };
}

/** Over every screen for as long as an order waits that nobody has touched. */
export function NewOrders({ alarm }: Props) {
  const words = useShellWords();
  const [location, navigate] = useLocation();
  const { sound } = useShift();
  const onBoard = location === '/store';
  if (alarm.waiting === 0) return null;
  return (
    <div
      class={`new-orders ${alarm.sounding > 0 ? 'new-orders-sounding' : ''} ${alarm.urgent ? 'new-orders-urgent' : ''}`}
    >
      <p class="new-orders-count">{words.newOrders(alarm.waiting)}</p>
      {alarm.urgent && <p>{words.urgent}</p>}
      {!sound && !onBoard && <p>{words.soundOff}</p>}
      <div class="new-orders-actions">
        {!sound && !onBoard && <Button onClick={() => void beginShift()}>{words.soundOn}</Button>}
        {sound &&
          (alarm.sounding > 0 ? <Button onClick={alarm.silence}>{words.silence}</Button> : <p>{words.silenced}</p>)}
        {!onBoard && <Button onClick={() => navigate('/store')}>{words.showOrders}</Button>}
      </div>
    </div>
  );
}

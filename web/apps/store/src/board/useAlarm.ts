// The chime that repeats until somebody has handled what is new. Silence is for the orders that are there, not for the next.
import { serverNow } from '@dangol/api';
import { chime } from '@dangol/ui';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useShellWords } from '../words/shell.ts';
import { type Alarm, alarmOf, repeatMs } from './alarm.ts';
import type { Ticket } from './ticket.ts';

export function useAlarm(tickets: readonly Ticket[]): Alarm & { silence: () => void } {
  const words = useShellWords();
  const [silenced, setSilenced] = useState<ReadonlySet<string>>(new Set());
  const heardSince = useRef(new Map<string, number>());
  const latest = useRef(tickets);
  latest.current = tickets;

  const alarm = alarmOf(tickets, silenced, heardSince.current, serverNow());
  const sounding = alarm.sounding > 0;

  useEffect(() => {
    const now = serverNow();
    for (const { orderId, lane } of tickets) {
      if (lane !== 'new') heardSince.current.delete(orderId);
      else if (!heardSince.current.has(orderId)) heardSince.current.set(orderId, now);
    }
  }, [tickets]);

  useEffect(() => {
    if (!sounding) return;
    const sound = () => chime('new', alarmOf(latest.current, silenced, heardSince.current, serverNow()).loudness);
    sound();
    const timer = setInterval(sound, repeatMs);
    return () => clearInterval(timer);
  }, [sounding, silenced]);

  useEffect(() => {
    if (alarm.waiting === 0) return;
    const title = document.title;
    document.title = `${words.newOrdersTitle(alarm.waiting)} · ${title.replace(/^\(\d+\) [^·]+ · /, '')}`;
    return () => {
      document.title = document.title.replace(/^\(\d+\) [^·]+ · /, '');
    };
  });

  const silence = useCallback(() => {
    setSilenced(new Set(latest.current.filter(({ lane }) => lane === 'new').map(({ orderId }) => orderId)));
  }, []);
  return { ...alarm, silence };
}

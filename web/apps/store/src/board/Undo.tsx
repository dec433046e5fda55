import type { Pending } from '@dangol/api';
import { announce, Button, toast, useDeviceNow } from '@dangol/ui';
import { useEffect, useRef } from 'preact/hooks';
import { useBoardWords } from '../words/board.ts';
import { undoStep } from './taps.ts';
import { isStep, type Ticket } from './ticket.ts';

let tapped: string | undefined;

/** The card moves to another lane: the focus of those who use a keyboard goes with it. */
export function rememberTapped(orderId: string): void {
  tapped = orderId;
}

interface Props {
  ticket: Ticket;
  tap: Pending;
}

/** What was just done, for as long as it can be taken back. */
export function Undo({ ticket, tap }: Props) {
  const words = useBoardWords();
  const now = useDeviceNow(500);
  const button = useRef<HTMLDivElement>(null);
  const seconds = Math.ceil((tap.sendAt - now) / 1_000);
  const mine = tapped === ticket.orderId;
  useEffect(() => {
    if (!mine) return;
    tapped = undefined;
    if (document.activeElement === document.body)
      button.current?.querySelector('button')?.focus({ preventScroll: true });
    button.current?.closest('article')?.scrollIntoView({ block: 'nearest' });
  }, [mine]);

  const undo = () => {
    const done = undoStep(ticket.orderId);
    if (done) announce(words.undone);
    else toast(words.tooLate);
  };
  return (
    <div class="ticket-undo" ref={button}>
      <p>{seconds > -1 && isStep(tap.label) ? words.taken[tap.label] : words.notSent}</p>
      <Button onClick={undo}>{seconds > 0 ? words.undoSeconds(seconds) : words.undo}</Button>
    </div>
  );
}

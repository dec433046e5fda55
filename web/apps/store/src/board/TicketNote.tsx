import { useCommonWords } from '@dangol/i18n';
import { Button } from '@dangol/ui';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useBoardWords } from '../words/board.ts';

/** What the customer asks for. Four lines of it, so that the buttons below stay in sight; the rest by one tap. */
export function TicketNote({ note }: { note: string }) {
  const words = useBoardWords();
  const common = useCommonWords();
  const text = useRef<HTMLParagraphElement>(null);
  const [open, setOpen] = useState(false);
  const [long, setLong] = useState(false);
  // Each time it is drawn, which is once a second: a tablet is turned, letters are made larger.
  useLayoutEffect(() => {
    const drawn = text.current;
    if (drawn && !open) setLong(drawn.scrollHeight > drawn.clientHeight + 1);
  });
  return (
    <div class="ticket-note">
      <p ref={text} class={open ? undefined : 'ticket-note-short'}>
        <strong>{words.note}</strong> {note}
      </p>
      {long && (
        <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? common.less : common.more}
        </Button>
      )}
    </div>
  );
}

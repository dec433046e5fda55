import { clock, useCommonWords, useLanguage } from '@dangol/i18n';
import { Badge } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { useZone } from '../cafe.ts';
import { DeliveryIcon, PickupIcon } from '../shell/icons.tsx';
import { useBoardWords } from '../words/board.ts';
import { RefusalDialog } from './RefusalDialog.tsx';
import { TicketActions } from './TicketActions.tsx';
import { TicketDialog } from './TicketDialog.tsx';
import { TicketLines } from './TicketLines.tsx';
import { TicketNote } from './TicketNote.tsx';
import { lateness, type Ticket, waitedMinutes } from './ticket.ts';
import { Undo } from './Undo.tsx';

interface Props {
  ticket: Ticket;
  all: readonly Ticket[];
  now: number;
}

export function TicketCard({ ticket, all, now }: Props) {
  const words = useBoardWords();
  const common = useCommonWords();
  const [open, setOpen] = useState<'details' | 'reject' | 'abort'>();
  const late = lateness(ticket, now);
  const ended = ticket.tap !== undefined && ['REJECTED', 'ABORTED', 'HANDED_OVER', 'RETURNED'].includes(ticket.status);
  const delivery = ticket.fulfilment === 'delivery';

  return (
    <article
      class={`ticket-card ticket-${late} ${ended ? 'ticket-ended' : ''} ${ticket.status === 'MAKING' ? 'ticket-begun' : ''}`}
      aria-label={words.order(ticket.callNumber)}
    >
      <div class="ticket-head">
        <button type="button" class="ticket-number" onClick={() => setOpen('details')}>
          {ticket.callNumber}
          <span class="visually-hidden"> {words.details}</span>
        </button>
        <p class="ticket-facts">
          <span class={delivery ? 'ticket-way ticket-way-delivery' : 'ticket-way'}>
            {delivery ? <DeliveryIcon /> : <PickupIcon />}
            {delivery ? common.delivery : common.pickup}
          </span>
          <span>{words.items(ticket.qty)}</span>
        </p>
        <p class="ticket-age">
          {late !== 'fine' && (
            <Badge tone={late === 'late' ? 'bad' : 'warn'}>
              {late === 'late' ? '!! ' : '! '}
              {ticket.status === 'MADE' ? words.riderLate : words.late[late]}
            </Badge>
          )}
          <span>{words.ago(waitedMinutes(ticket, now))}</span>
        </p>
      </div>
      <Standing ticket={ticket} />
      <TicketLines lines={ticket.lines} />
      {ticket.note && <TicketNote note={ticket.note} />}
      {ticket.tap && <Undo ticket={ticket} tap={ticket.tap} />}
      {!ended && <TicketActions ticket={ticket} all={all} onReject={() => setOpen('reject')} />}
      {open === 'details' && (
        <TicketDialog ticket={ticket} onAbort={() => setOpen('abort')} onClose={() => setOpen(undefined)} />
      )}
      {(open === 'reject' || open === 'abort') && (
        <RefusalDialog ticket={ticket} step={open} onClose={() => setOpen(undefined)} />
      )}
    </article>
  );
}

/** What holds of it within its lane: accepted or being made, by when, waiting for whom. */
function Standing({ ticket }: { ticket: Ticket }) {
  const words = useBoardWords();
  const language = useLanguage();
  const zone = useZone();
  const { status, promisedAt, collectBy, fulfilment } = ticket;
  if (status === 'APPROVED' || status === 'MAKING') {
    return (
      <p class="ticket-standing">
        <Badge tone={status === 'MAKING' ? 'brand' : 'plain'}>
          {status === 'MAKING' ? `▶ ${words.making}` : `✓ ${words.accepted}`}
        </Badge>
        {promisedAt && <span>{words.promised(clock(promisedAt, language, zone))}</span>}
      </p>
    );
  }
  if (status === 'RETURNING') {
    return (
      <p class="ticket-standing">
        <Badge tone="warn">{`↩ ${words.comingBack}`}</Badge>
      </p>
    );
  }
  if (status === 'MADE' && fulfilment === 'delivery') return <p class="ticket-standing">{words.waitingRider}</p>;
  if (status === 'MADE' && collectBy) {
    return <p class="ticket-standing">{words.keptUntil(clock(collectBy, language, zone))}</p>;
  }
  return null;
}

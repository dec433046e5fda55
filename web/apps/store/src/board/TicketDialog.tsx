import { clock, useCommonWords, useLanguage } from '@dangol/i18n';
import { Button, Dialog } from '@dangol/ui';
import { useZone } from '../cafe.ts';
import { useBoardWords } from '../words/board.ts';
import { TicketLines } from './TicketLines.tsx';
import type { Ticket } from './ticket.ts';

interface Props {
  ticket: Ticket;
  onAbort: () => void;
  onClose: () => void;
}

export function TicketDialog({ ticket, onAbort, onClose }: Props) {
  const words = useBoardWords();
  const common = useCommonWords();
  const language = useLanguage();
  const zone = useZone();
  const time = (at: string | undefined) => at && clock(at, language, zone);
  const canAbort = ticket.status === 'MAKING' || ticket.status === 'MADE';
  const facts: [string, string | undefined][] = [
    [words.status, words.statuses[ticket.status]],
    [words.orderedAt, time(ticket.orderDate)],
    [words.startedAt, time(ticket.startedAt)],
    [words.madeAt, time(ticket.madeAt)],
  ];
  return (
    <Dialog
      title={words.order(ticket.callNumber)}
      onClose={onClose}
      foot={
        canAbort ? (
          <Button kind="danger" wide onClick={onAbort}>
            {words.abort}
          </Button>
        ) : undefined
      }
    >
      <dl class="facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        <div>
          <dt>{ticket.fulfilment === 'delivery' ? common.delivery : common.pickup}</dt>
          <dd>{words.items(ticket.qty)}</dd>
        </div>
      </dl>
      <TicketLines lines={ticket.lines} />
      {ticket.note && (
        <p class="ticket-note">
          <strong>{words.note}</strong> {ticket.note}
        </p>
      )}
    </Dialog>
  );
}

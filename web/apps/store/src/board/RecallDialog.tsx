import { clock, useCommonWords, useLanguage } from '@dangol/i18n';
import { Badge, Button, Dialog } from '@dangol/ui';
import { useZone } from '../cafe.ts';
import { useBoardWords } from '../words/board.ts';
import { tapStep } from './taps.ts';
import { nextStep, type Ticket } from './ticket.ts';

/** The last ones that ended; somebody who comes late still gets the drink. */
export function RecallDialog({ tickets, onClose }: { tickets: readonly Ticket[]; onClose: () => void }) {
  const words = useBoardWords();
  const common = useCommonWords();
  const language = useLanguage();
  const zone = useZone();
  return (
    <Dialog title={words.recall} onClose={onClose}>
      {tickets.length === 0 && <p class="hint">{words.recallEmpty}</p>}
      <ul class="recall">
        {tickets.map((ticket) => (
          <li key={ticket.orderId} class="recall-row">
            <strong class="recall-number">{ticket.callNumber}</strong>
            <span class="recall-what">
              {ticket.lines.map(({ name, quantity }) => `${name[language]} ${quantity}`).join(', ')}
              <small>
                {clock(ticket.orderDate, language, zone)} ·{' '}
                {ticket.fulfilment === 'delivery' ? common.delivery : common.pickup}
              </small>
            </span>
            {nextStep(ticket) === 'handOver' ? (
              <Button onClick={() => tapStep(ticket.orderId, 'handOver')}>{words.handOver}</Button>
            ) : (
              <Badge tone={ticket.status === 'HANDED_OVER' ? 'good' : 'plain'}>{words.statuses[ticket.status]}</Badge>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

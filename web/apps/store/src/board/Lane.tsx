import { useId } from 'preact/hooks';
import { useBoardWords } from '../words/board.ts';
import { TicketCard } from './TicketCard.tsx';
import type { Ticket } from './ticket.ts';

interface Props {
  lane: 'new' | 'making' | 'ready';
  tickets: readonly Ticket[];
  /** Of all lanes: what an order has to wait for. */
  all: readonly Ticket[];
  now: number;
  hiddenOnPhone: boolean;
}

export function Lane({ lane, tickets, all, now, hiddenOnPhone }: Props) {
  const words = useBoardWords();
  const heading = useId();
  return (
    <section class={`lane lane-${lane} ${hiddenOnPhone ? 'lane-hidden-on-phone' : ''}`} aria-labelledby={heading}>
      <h2 class="lane-head" id={heading}>
        {words.lanes[lane]} <span class="lane-count">{tickets.length}</span>
      </h2>
      {tickets.length === 0 ? (
        <p class="lane-empty">{words.empty[lane]}</p>
      ) : (
        <ul class="lane-tickets">
          {tickets.map((ticket) => (
            <li key={ticket.orderId}>
              <TicketCard ticket={ticket} all={all} now={now} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

import { announce, Button } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { useCafe } from '../cafe.ts';
import { useBoardWords } from '../words/board.ts';
import { leastMinutes, mostMinutes, suggestedMinutes } from './promise.ts';
import { tapStep } from './taps.ts';
import { nextStep, type Step, type Ticket } from './ticket.ts';
import { rememberTapped } from './Undo.tsx';

interface Props {
  ticket: Ticket;
  all: readonly Ticket[];
  onReject: () => void;
}

/** The one step that comes next; for a new order with the minutes that are promised. */
export function TicketActions({ ticket, all, onReject }: Props) {
  const words = useBoardWords();
  const step = nextStep(ticket);
  const take = (taken: Step, body?: object) => {
    rememberTapped(ticket.orderId);
    tapStep(ticket.orderId, taken, body);
    announce(`${words.order(ticket.callNumber)}: ${words.taken[taken as keyof typeof words.taken]}`);
  };
  if (step === 'approve') {
    return <Accept ticket={ticket} all={all} onAccept={(body) => take('approve', body)} onReject={onReject} />;
  }
  if (step !== 'makeStart' && step !== 'makeComplete' && step !== 'handOver' && step !== 'takeBack') return null;
  return (
    <div class="ticket-actions">
      <Button kind="primary" console wide onClick={() => take(step)}>
        {words[step]}
      </Button>
      {step === 'takeBack' && (
        <Button kind="quiet" wide onClick={() => take('takeBack', { lost: true })}>
          {words.lost}
        </Button>
      )}
    </div>
  );
}

interface AcceptProps {
  ticket: Ticket;
  all: readonly Ticket[];
  onAccept: (body: { readyInMinutes: number }) => void;
  onReject: () => void;
}

function Accept({ ticket, all, onAccept, onReject }: AcceptProps) {
  const words = useBoardWords();
  const { data: cafe } = useCafe();
  const [changed, setChanged] = useState<number>();
  const minutes = changed ?? (cafe ? suggestedMinutes(ticket, all, cafe) : 7);
  return (
    <div class="ticket-actions">
      <div class="ticket-accept">
        <Button
          console
          aria-label={words.sooner}
          disabled={minutes <= leastMinutes}
          onClick={() => setChanged(minutes - 1)}
        >
          −
        </Button>
        <Button
          kind="primary"
          console
          class="ticket-accept-button"
          onClick={() => onAccept({ readyInMinutes: minutes })}
        >
          {words.accept(String(minutes))}
        </Button>
        <Button
          console
          aria-label={words.later}
          disabled={minutes >= mostMinutes}
          onClick={() => setChanged(minutes + 1)}
        >
          +
        </Button>
      </div>
      <Button kind="quiet" wide class="ticket-reject" onClick={onReject}>
        {words.reject}
      </Button>
    </div>
  );
}

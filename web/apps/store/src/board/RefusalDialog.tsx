import { type CafeReason, limits } from '@dangol/api';
import { useLanguage } from '@dangol/i18n';
import { announce, Button, Choice, Dialog, TextInput } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { useCafe } from '../cafe.ts';
import { useBoardWords } from '../words/board.ts';
import { refuse } from './taps.ts';
import type { Ticket } from './ticket.ts';
import { rememberTapped } from './Undo.tsx';

const reasons = ['sold_out', 'too_busy', 'closed', 'customer_request', 'other'] as const satisfies CafeReason[];

interface Props {
  ticket: Ticket;
  step: 'reject' | 'abort';
  onClose: () => void;
}

/**
 * Why not. What has run out can be marked so along with it, before the next customer orders it. Nothing is chosen at first:
 * a hasty tap would give the customer a wrong reason and take an item off everybody's menu.
 */
export function RefusalDialog({ ticket, step, onClose }: Props) {
  const words = useBoardWords();
  const language = useLanguage();
  const { data: cafe } = useCafe();
  const items = new Map(ticket.lines.map((line) => [line.menuId, line.name[language]]));
  const [reason, setReason] = useState<(typeof reasons)[number]>();
  const [missing, setMissing] = useState(false);
  const [soldOut, setSoldOut] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');

  const send = () => {
    setMissing(!reason);
    if (!reason) return;
    const marked = reason === 'sold_out' && cafe ? soldOut : [];
    rememberTapped(ticket.orderId);
    refuse(ticket.orderId, step, {
      reason,
      note: note.trim(),
      ...(marked.length > 0 && cafe
        ? {
            soldOut: {
              cafeId: cafe.id,
              menuIds: [...marked],
              until: cafe.businessDay.ends,
            },
          }
        : {}),
    });
    announce(words.taken[step]);
    onClose();
  };
  return (
    <Dialog
      title={step === 'reject' ? words.rejectTitle(ticket.callNumber) : words.abortTitle(ticket.callNumber)}
      onClose={onClose}
      foot={
        <Button kind="danger" console wide onClick={send}>
          {step === 'reject' ? words.doReject : words.doAbort}
        </Button>
      }
    >
      <p class="hint">{words.refundHint}</p>
      <fieldset class="refusal-reasons">
        <legend>{words.reason}</legend>
        {missing && !reason && (
          <p class="field-error" role="alert">
            {words.reasonMissing}
          </p>
        )}
        {reasons.map((each) => (
          <Choice key={each} type="radio" name="reason" checked={reason === each} onChoose={() => setReason(each)}>
            {words.reasons[each]}
          </Choice>
        ))}
      </fieldset>
      {reason === 'sold_out' && (
        <fieldset class="refusal-items">
          <legend>{words.alsoSoldOut}</legend>
          {[...items].map(([menuId, name]) => (
            <Choice
              key={menuId}
              type="checkbox"
              name={`sold-out-${menuId}`}
              checked={soldOut.includes(menuId)}
              onChoose={(on) => setSoldOut(on ? [...soldOut, menuId] : soldOut.filter((id) => id !== menuId))}
            >
              {name}
            </Choice>
          ))}
        </fieldset>
      )}
      <TextInput label={words.noteToCustomer} value={note} onValue={setNote} limit={limits.note} />
    </Dialog>
  );
}

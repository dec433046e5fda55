// On the way, and it cannot be handed over: why, and what becomes of it.
import { type DeliveryFailure, limits } from '@dangol/api';
import { announce, Button, Dialog, Notice, TextInput } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { useRiderWords } from '../words.ts';
import { useFail } from '../work/deliveries.ts';

const customers: readonly DeliveryFailure[] = ['customer_absent', 'customer_unreachable', 'wrong_address'];
const reasons: readonly DeliveryFailure[] = [...customers, 'drinks_damaged', 'rider_unable'];

export function Trouble({ id }: { id: string }) {
  const words = useRiderWords();
  const [asking, ask] = useState(false);
  const [reason, choose] = useState<DeliveryFailure>();
  const [note, setNote] = useState('');
  const fail = useFail(() => {
    ask(false);
    announce(words.troubleEnd);
  });
  return (
    <>
      <Button wide console onClick={() => ask(true)}>
        {words.trouble}
      </Button>
      {asking && (
        <Dialog
          sheet
          title={words.troubleTitle}
          onClose={() => ask(false)}
          foot={
            <Button
              kind="danger"
              wide
              console
              disabled={!reason}
              busy={fail.isPending}
              onClick={() => reason && fail.mutate({ id, reason, note: note.trim() })}
            >
              {words.troubleEnd}
            </Button>
          }
        >
          <div class="stack">
            <p>{words.troubleText}</p>
            <div class="troubles">
              {reasons.map((one) => (
                <button
                  key={one}
                  type="button"
                  class="trouble"
                  aria-pressed={reason === one ? 'true' : 'false'}
                  onClick={() => choose(one)}
                >
                  {words.troubles[one]}
                </button>
              ))}
            </div>
            {reason && (
              <Notice tone="warn" live>
                {customers.includes(reason) ? words.troublePaid : words.troubleUnpaid}
              </Notice>
            )}
            <TextInput
              label={words.troubleNote}
              hint={words.troubleNoteHint}
              value={note}
              onValue={setNote}
              limit={limits.note}
            />
            {fail.error && (
              <Notice tone="bad" live>
                {fail.error.message}
              </Notice>
            )}
          </div>
        </Dialog>
      )}
    </>
  );
}

// Everything that changes something asks first and says afterwards what it did.
import { ApiError, limits, type Money, uuid } from '@dangol/api';
import { amountText, parseMoney } from '@dangol/i18n';
import { Button, Choice, Dialog, Notice, TextInput, toast } from '@dangol/ui';
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo, useRef, useState } from 'preact/hooks';
import { queries } from '../services.ts';
import { useAskWords } from '../words/ask.ts';

export interface Deed {
  title: string;
  /** What will happen, a sentence each. */
  effects: readonly string[];
  verb: string;
  danger?: boolean;
  /** Asked for when the record needs one. */
  reason?: { label: string; required?: boolean };
  /** Above nothing, at most `most`, which stands there at first. */
  amount?: { label: string; hint: string; wrong: string; most: Money };
  /** The first is chosen at first. */
  choice?: { label: string; options: readonly { value: string; label: string }[] };
  /** `key` is the Idempotency-Key: the same for each try of the same deed. Returns what it did, as a sentence. */
  run: (key: string, reason: string, more: Given) => Promise<string>;
  /** Queries that show something else now. */
  changes: readonly (readonly unknown[])[];
}

export interface Given {
  amount: Money | undefined;
  choice: string;
}

const Asking = createContext<(deed: Deed) => void>(() => undefined);
export const useAsk = () => useContext(Asking);

export function AskProvider({ children }: { children: ComponentChildren }) {
  const [deed, setDeed] = useState<Deed>();
  const ask = useMemo(() => (next: Deed) => setDeed(next), []);
  return (
    <Asking.Provider value={ask}>
      {children}
      {deed && <AskDialog deed={deed} onClose={() => setDeed(undefined)} />}
    </Asking.Provider>
  );
}

function AskDialog({ deed, onClose }: { deed: Deed; onClose: () => void }) {
  const words = useAskWords();
  const [reason, setReason] = useState('');
  const most = deed.amount?.most;
  const [typed, setTyped] = useState(most ? amountText(most) : '');
  const [choice, setChoice] = useState(deed.choice?.options[0]?.value ?? '');
  const [error, setError] = useState<string>();
  const [missing, setMissing] = useState(false);
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const tried = useRef({ given: '', key: uuid() });

  async function run(): Promise<void> {
    const why = reason.trim();
    const amount = most && parseMoney(typed, most.currency);
    const lacking = deed.reason?.required === true && !why;
    const impossible = most !== undefined && !(amount && amount.amount > 0 && amount.amount <= most.amount);
    setMissing(lacking);
    setWrong(impossible);
    if (lacking || impossible) return;
    // Other words are another request: the server rightly refuses the old key for them.
    const given = JSON.stringify([why, amount, choice]);
    if (tried.current.given !== given) tried.current = { given, key: uuid() };
    setBusy(true);
    setError(undefined);
    try {
      const said = await deed.run(tried.current.key, why, { amount, choice });
      onClose();
      toast(said, { ms: 6_000 });
    } catch (problem) {
      setError(problem instanceof ApiError ? problem.message : String(problem));
    } finally {
      setBusy(false);
      for (const key of deed.changes) void queries.invalidateQueries({ queryKey: [...key] });
    }
  }

  return (
    <Dialog
      title={deed.title}
      onClose={onClose}
      foot={
        <div class="ask-foot">
          <Button onClick={onClose}>{words.keep}</Button>
          <Button
            kind={deed.danger ? 'danger' : 'primary'}
            class={deed.danger ? 'ask-danger' : undefined}
            busy={busy}
            onClick={() => void run()}
          >
            {busy ? words.working : deed.verb}
          </Button>
        </div>
      }
    >
      <div class="ask">
        <ul class="ask-effects" aria-label={words.effects}>
          {deed.effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
        {deed.amount && (
          <TextInput
            label={deed.amount.label}
            hint={deed.amount.hint}
            value={typed}
            onValue={(value) => {
              setTyped(value);
              setWrong(false);
            }}
            error={wrong ? deed.amount.wrong : undefined}
            inputMode="decimal"
            autocomplete="off"
          />
        )}
        {deed.choice && (
          <fieldset>
            <legend>{deed.choice.label}</legend>
            {deed.choice.options.map(({ value, label }) => (
              <Choice
                key={value}
                type="radio"
                name="choice"
                checked={choice === value}
                onChoose={() => setChoice(value)}
              >
                {label}
              </Choice>
            ))}
          </fieldset>
        )}
        {deed.reason && (
          <TextInput
            label={deed.reason.label}
            value={reason}
            onValue={(value) => {
              setReason(value);
              setMissing(false);
            }}
            error={missing ? words.reasonMissing : undefined}
            required={deed.reason.required}
            limit={limits.reason}
          />
        )}
        {error && (
          <Notice tone="bad" live>
            {error}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

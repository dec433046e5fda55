// Everything that changes something asks first and says afterwards what it did.
import { ApiError, uuid } from '@dangol/api';
import { Button, Dialog, Notice, TextInput, toast } from '@dangol/ui';
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
  /** `key` is the Idempotency-Key: the same for each try of the same deed. Returns what it did, as a sentence. */
  run: (key: string, reason: string) => Promise<string>;
  /** Queries that show something else now. */
  changes: readonly (readonly unknown[])[];
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
  const [error, setError] = useState<string>();
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const tried = useRef({ reason: '', key: uuid() });

  async function run(): Promise<void> {
    const given = reason.trim();
    if (deed.reason?.required && !given) {
      setMissing(true);
      return;
    }
    // Other words are another request: the server rightly refuses the old key for them.
    if (tried.current.reason !== given) tried.current = { reason: given, key: uuid() };
    setBusy(true);
    setError(undefined);
    try {
      const said = await deed.run(tried.current.key, given);
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
            maxLength={200}
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

import { type Account, ApiError, limits, ok, uuid } from '@dangol/api';
import { Button, Choice, Dialog, Notice, TextInput } from '@dangol/ui';
import { useId, useRef, useState } from 'preact/hooks';
import { api, queries } from '../services.ts';
import { usePeopleWords } from '../words/people.ts';
import { CafeChoice } from './CafeChoice.tsx';
import type { OneTime } from './LinkDialog.tsx';

const roles: readonly Account['role'][] = ['staff', 'rider', 'operator'];

/** Somebody new. No password is made up here: they choose their own by the link. */
export function RegisterDialog({ onDone, onClose }: { onDone: (link: OneTime) => void; onClose: () => void }) {
  const words = usePeopleWords();
  const form = useId();
  const [displayName, setDisplayName] = useState('');
  const [loginName, setLoginName] = useState('');
  const [role, setRole] = useState<Account['role']>('staff');
  const [cafes, setCafes] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const sent = useRef({ body: '', key: '' });

  async function register(): Promise<void> {
    setTried(true);
    if (!displayName.trim() || !loginName.trim()) return;
    const who = { displayName: displayName.trim(), loginName: loginName.trim(), role };
    const body = role === 'staff' ? { ...who, cafes: [...cafes] } : who;
    if (sent.current.body !== JSON.stringify(body)) sent.current = { body: JSON.stringify(body), key: uuid() };
    setBusy(true);
    setError(undefined);
    try {
      const headers = { 'Idempotency-Key': sent.current.key };
      const answer = await ok(api.POST('/accounts', { body, headers }));
      void queries.invalidateQueries({ queryKey: ['accounts'] });
      onDone({ name: who.displayName, role, code: answer.oneTimeCode ?? '', until: answer.codeExpiresAt });
    } catch (problem) {
      setError(problem instanceof ApiError ? problem.message : String(problem));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={words.register}
      onClose={onClose}
      foot={
        <Button kind="primary" wide type="submit" form={form} busy={busy}>
          {words.registerFoot}
        </Button>
      }
    >
      <form
        id={form}
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void register();
        }}
      >
        <p class="soft">{words.registerWhy}</p>
        <TextInput
          label={words.displayName}
          value={displayName}
          onValue={setDisplayName}
          error={tried && !displayName.trim() ? words.needed : undefined}
          limit={limits.displayName}
          autocomplete="off"
        />
        <TextInput
          label={words.loginName}
          hint={words.loginHint}
          value={loginName}
          onValue={setLoginName}
          error={tried && !loginName.trim() ? words.needed : undefined}
          autocomplete="off"
          autoCapitalize="off"
          spellcheck={false}
        />
        <fieldset>
          <legend>{words.role}</legend>
          {roles.map((one) => (
            <Choice key={one} type="radio" name="role" checked={role === one} onChoose={() => setRole(one)}>
              {words.roles[one]}
            </Choice>
          ))}
        </fieldset>
        {role === 'staff' && <CafeChoice chosen={cafes} onChoose={setCafes} />}
        {error && (
          <Notice tone="bad" live>
            {error}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}

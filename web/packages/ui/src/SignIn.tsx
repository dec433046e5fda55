import { ApiError, type Session } from '@dangol/api';
import { useCommonWords } from '@dangol/i18n';
import { useEffect, useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import { TextInput } from './Field.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Notice } from './Notice.tsx';

/** For staff, riders and operators: by the one-time link (`#code=…`), its code, or name and password. */
export function SignIn({ title, session }: { title: string; session: Session }) {
  const words = useCommonWords();
  const [code, setCode] = useState('');
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function enter(how: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await how();
    } catch (problem) {
      setError(problem instanceof ApiError ? problem.message : String(problem));
    } finally {
      setBusy(false);
    }
  }

  useEffect(() => {
    const given = /[#&]code=([^&]+)/.exec(location.hash)?.[1];
    if (!given) return;
    // It is good for one use and must not stay in the history.
    history.replaceState(null, '', location.pathname + location.search);
    void enter(() => session.enterByCode(decodeURIComponent(given)));
  }, [session]);

  return (
    <main class="sign-in" id="content">
      <h1>{title}</h1>
      {error && (
        <Notice tone="bad" live>
          {error}
        </Notice>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void enter(() => session.enterByCode(code.trim()));
        }}
      >
        <TextInput
          label={words.oneTimeCode}
          hint={words.enterByCodeHint}
          value={code}
          onValue={setCode}
          autocomplete="one-time-code"
          autoCapitalize="off"
          required
        />
        <Button kind="primary" type="submit" busy={busy}>
          {words.enterByCode}
        </Button>
      </form>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void enter(() => session.signIn(loginName.trim(), password));
        }}
      >
        <TextInput
          label={words.loginName}
          value={loginName}
          onValue={setLoginName}
          autocomplete="username"
          autoCapitalize="off"
          required
        />
        <TextInput
          label={words.password}
          type="password"
          value={password}
          onValue={setPassword}
          autocomplete="current-password"
          required
        />
        <Button type="submit" busy={busy}>
          {words.signIn}
        </Button>
      </form>
      <LanguageSwitch />
    </main>
  );
}

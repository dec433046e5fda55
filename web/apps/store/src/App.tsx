import { useCommonWords } from '@dangol/i18n';
import { useEntryLink, useSession } from '@dangol/shell';
import { Button, LanguageSwitch, Notice, SignIn } from '@dangol/ui';
import { useEffect } from 'preact/hooks';
import { useBranch } from './branch.ts';
import { CafeId } from './cafe.ts';
import { session, signOut } from './services.ts';
import { ChooseBranch } from './shell/ChooseBranch.tsx';
import { Console } from './shell/Console.tsx';
import { useShellWords } from './words/shell.ts';

export function App() {
  const words = useShellWords();
  const current = useSession(session);
  useEntryLink(session);
  const isStaff = current?.role === 'staff';
  const [cafeId, chooseCafe] = useBranch(current?.cafes ?? []);
  useEffect(() => {
    if (!isStaff) document.title = words.signIn;
  }, [isStaff, words]);

  if (!current) return <SignIn title={words.signIn} session={session} />;
  if (!isStaff || current.cafes.length === 0) return <NotStaff />;
  if (!cafeId) return <ChooseBranch cafes={current.cafes} onChoose={chooseCafe} />;
  return (
    <CafeId.Provider value={cafeId}>
      <Console key={cafeId} onChangeCafe={current.cafes.length > 1 ? () => chooseCafe(undefined) : undefined} />
    </CafeId.Provider>
  );
}

function NotStaff() {
  const words = useShellWords();
  const common = useCommonWords();
  return (
    <main class="sign-in" id="content">
      <h1>{words.signIn}</h1>
      <Notice tone="warn">{words.notStaff}</Notice>
      <Button onClick={() => void signOut()}>{common.signOut}</Button>
      <LanguageSwitch />
    </main>
  );
}

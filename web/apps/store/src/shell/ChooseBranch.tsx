import { ok } from '@dangol/api';
import { allOf, useCommonWords } from '@dangol/i18n';
import { Button, Failed, LanguageSwitch, Waiting } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import { useEffect } from 'preact/hooks';
import { api, signOut } from '../services.ts';
import { useShellWords } from '../words/shell.ts';

interface Props {
  cafes: readonly string[];
  onChoose: (cafe: string) => void;
}

/** For those who work in several branches. */
export function ChooseBranch({ cafes, onChoose }: Props) {
  const words = useShellWords();
  const common = useCommonWords();
  const list = useQuery({
    queryKey: ['cafes'],
    queryFn: () => ok(api.GET('/cafes', { params: { query: { limit: 100 } } })),
  });
  useEffect(() => {
    document.title = words.chooseCafe;
  }, [words]);
  return (
    <main class="sign-in" id="content">
      <h1>{words.chooseCafe}</h1>
      {list.isPending && <Waiting />}
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items
        .filter(({ id }) => cafes.includes(id))
        .map(({ id, name, address }) => (
          <Button key={id} console wide class="choose-branch" onClick={() => onChoose(id)}>
            <strong>{allOf(name)}</strong>
            <span>{address}</span>
          </Button>
        ))}
      <Button kind="quiet" onClick={() => void signOut()}>
        {common.signOut}
      </Button>
      <LanguageSwitch />
    </main>
  );
}

import { everyPage, ok } from '@dangol/api';
import { allOf, useCommonWords } from '@dangol/i18n';
import { Button, Failed, FindCafe, LanguageSwitch, Waiting } from '@dangol/ui';
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
    queryFn: () => everyPage((query) => ok(api.GET('/cafes', { params: { query } }))),
  });
  useEffect(() => {
    document.title = words.chooseCafe;
  }, [words]);
  return (
    <main class="sign-in" id="content">
      <h1>{words.chooseCafe}</h1>
      {list.isPending && <Waiting />}
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      <FindCafe cafes={list.data?.items.filter(({ id }) => cafes.includes(id)) ?? []}>
        {(found) =>
          found.map(({ id, name, address }) => (
            <Button key={id} console wide class="choose-branch" onClick={() => onChoose(id)}>
              <strong>{allOf(name)}</strong>
              <span>{address}</span>
            </Button>
          ))
        }
      </FindCafe>
      <Button kind="quiet" onClick={() => void signOut()}>
        {common.signOut}
      </Button>
      <LanguageSwitch />
    </main>
  );
}

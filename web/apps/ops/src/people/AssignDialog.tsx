import { type Account, ApiError, ok } from '@dangol/api';
import { useCommonWords } from '@dangol/i18n';
import { Button, Dialog, Notice, toast } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { api, queries } from '../services.ts';
import { usePeopleWords } from '../words/people.ts';
import { CafeChoice } from './CafeChoice.tsx';

/** Which branches somebody works for. */
export function AssignDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const words = usePeopleWords();
  const common = useCommonWords();
  const [cafes, setCafes] = useState<readonly string[]>(account.cafes);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function save(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const params = { path: { id: account.accountId } };
      await ok(api.POST('/accounts/{id}/cafes', { params, body: { cafes: [...cafes] } }));
      void queries.invalidateQueries({ queryKey: ['accounts'] });
      toast(words.assignDone(account.displayName));
      onClose();
    } catch (problem) {
      setError(problem instanceof ApiError ? problem.message : String(problem));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={words.assignOf(account.displayName)}
      onClose={onClose}
      foot={
        <Button kind="primary" wide busy={busy} onClick={() => void save()}>
          {common.save}
        </Button>
      }
    >
      <div class="form">
        <p class="soft">{words.assignWhy}</p>
        <CafeChoice chosen={cafes} onChoose={setCafes} />
        {error && (
          <Notice tone="bad" live>
            {error}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

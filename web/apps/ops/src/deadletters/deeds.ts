// Dead letters of one subject are handled or given up together.
import { ok } from '@dangol/api';
import type { Deed } from '../ask/Ask.tsx';
import type { Letters } from '../home/todo.ts';
import { api } from '../services.ts';
import { useDeedWords } from '../words/deeds.ts';

export function useLetterDeeds() {
  const words = useDeedWords();
  const changes = [['deadLetters'], ['attention'], ['order']];
  return {
    retry: ({ context, source, subject, count }: Letters): Deed => ({
      title: words.retryTitle,
      effects: [words.retryEffects.all(count), words.retryEffects.safe],
      verb: words.retry,
      run: async () => {
        const params = { path: { context } };
        const call = api.POST('/contexts/{context}/deadLetters/retry', { params, body: { source, subject } });
        return words.retried((await ok(call)).ended);
      },
      changes,
    }),
    drop: ({ context, source, subject, count }: Letters): Deed => ({
      title: words.dropTitle,
      effects: [
        words.dropEffects.never(count),
        words.dropEffects.later,
        words.dropEffects.differs,
        words.dropEffects.final,
      ],
      verb: words.drop,
      danger: true,
      run: async () => {
        const params = { path: { context } };
        const call = api.POST('/contexts/{context}/deadLetters/drop', { params, body: { source, subject } });
        return words.dropped((await ok(call)).ended);
      },
      changes,
    }),
  };
}

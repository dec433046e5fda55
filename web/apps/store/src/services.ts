// What the whole app shares: one session, one typed client, one memory, one outbox.
import { createApi, createOutbox, createSession } from '@dangol/api';
import { allOf } from '@dangol/i18n';
import { createQueries, forget } from '@dangol/shell';
import { toast } from '@dangol/ui';
import { onTapRefused, onTapSent } from './board/sentTaps.ts';

export const session = createSession('store');
export const api = createApi(session);
export const queries = createQueries('store');
export const outbox = createOutbox('store', {
  session,
  onSent: (tap, answer) => onTapSent(queries, tap, answer),
  onRefused: (tap, error) => {
    onTapRefused(queries, tap);
    toast(`${allOf({ ko: '반영하지 못했어요', en: 'Not done' })} · ${error.message}`, { ms: 10_000 });
  },
});

/** Clears everything of this branch from the tablet. */
export async function signOut(): Promise<void> {
  await session.signOut();
  forget('store', queries);
}

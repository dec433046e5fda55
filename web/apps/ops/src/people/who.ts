// The person behind an event's actor, "staff:06dq…", as people call them.
import { defineWords, useWords } from '@dangol/i18n';
import { useQuery } from '@tanstack/preact-query';
import { accountsQuery } from '../data.ts';

const words = defineWords(
  { customer: '고객', staff: '매장 직원', rider: '라이더', operator: '운영자' },
  { customer: 'Customer', staff: 'Staff', rider: 'Rider', operator: 'Operator' },
);

/** "운영자 김민지"; the role alone of somebody without a name, such as a guest. */
export function useWho(): (actor: string) => string {
  const roles: Readonly<Record<string, string>> = useWords(words);
  const accounts = useQuery(accountsQuery);
  return (actor) => {
    const { role, account } = partsOf(actor);
    const known = accounts.data?.find(({ accountId }) => accountId === account);
    return [roles[role] ?? role, known?.displayName || known?.loginName].filter(Boolean).join(' ');
  };
}

export function partsOf(actor: string): { role: string; account: string } {
  const colon = actor.indexOf(':');
  return { role: actor.slice(0, colon), account: actor.slice(colon + 1) };
}

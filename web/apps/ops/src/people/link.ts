// The address at which somebody signs in for the first time.
import type { Account } from '@dangol/api';

const apps = { staff: 'store', rider: 'rider', operator: 'ops' } as const;

/** After the #, so that no server and no log ever sees the code. */
export function signInLink(origin: string, role: Account['role'], code: string): string {
  return `${origin}/${apps[role]}#code=${encodeURIComponent(code)}`;
}

export interface Sought {
  role: Account['role'] | undefined;
  text: string;
}

/** Those who can sign in first, by name. */
export function peopleLike(accounts: readonly Account[], { role, text }: Sought): Account[] {
  const sought = text.trim().toLocaleLowerCase();
  return accounts
    .filter((account) => role === undefined || account.role === role)
    .filter(({ displayName, loginName }) => `${displayName}\n${loginName}`.toLocaleLowerCase().includes(sought))
    .sort(
      (a, b) =>
        Number(a.status === 'disabled') - Number(b.status === 'disabled') ||
        a.displayName.localeCompare(b.displayName, 'ko'),
    );
}

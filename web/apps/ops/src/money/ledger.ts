// The ledger's accounts by who they are about.
export interface Account {
  account: string;
  balance: { amount: number; currency: string };
}

export interface Named {
  /** "cafe_payable" */
  kind: string;
  /** The branch, of an account that each branch has. */
  of: string;
}

export function named({ account }: Account): Named {
  const [kind = account, of = ''] = account.split(':');
  return { kind, of };
}

/** What is missing from zero; each currency on its own. */
export const rest = (total: readonly { amount: number; currency: string }[]) =>
  total.filter(({ amount }) => amount !== 0);

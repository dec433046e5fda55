// Which branch this screen works for; it stays so until somebody changes it.
import { useState } from 'preact/hooks';

const storageKey = 'dangol.store.branch';

export function useBranch(cafes: readonly string[]): [string | undefined, (cafe: string | undefined) => void] {
  const [chosen, choose] = useState(() => localStorage.getItem(storageKey) ?? undefined);
  const only = cafes.length === 1 ? cafes[0] : undefined;
  const current = chosen && cafes.includes(chosen) ? chosen : only;
  return [
    current,
    (cafe) => {
      if (cafe) localStorage.setItem(storageKey, cafe);
      else localStorage.removeItem(storageKey);
      choose(cafe);
    },
  ];
}

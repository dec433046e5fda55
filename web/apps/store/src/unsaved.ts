// What has been changed on a screen and not saved is not left without asking.
import { useEffect, useState } from 'preact/hooks';

type Go = () => void;

const changed = new Set<object>();
const listeners = new Set<() => void>();
let asked: { go: Go } | undefined;

function ask(next: typeof asked): void {
  asked = next;
  for (const listener of listeners) listener();
}

/** Goes at once where nothing would be lost, otherwise when the person says so. */
export function leave(go: Go): void {
  if (changed.size === 0) go();
  else ask({ go });
}

/** While `isChanged`, leaving asks: by `leave`, by the browser's back, and by closing or reloading the page. */
export function useUnsaved(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const mine = {};
    const here = location.pathname;
    changed.add(mine);
    const unload = (event: BeforeUnloadEvent) => {
      if (changed.has(mine)) event.preventDefault();
    };
    const back = (event: PopStateEvent) => {
      if (!changed.has(mine) || location.pathname === here) return;
      // The browser has gone back already. We return before anything else hears of it.
      event.stopImmediatePropagation();
      history.pushState(null, '', here);
      leave(() => history.back());
    };
    window.addEventListener('beforeunload', unload);
    window.addEventListener('popstate', back, { capture: true });
    return () => {
      changed.delete(mine);
      if (changed.size === 0) ask(undefined); // saved meanwhile: there is nothing to ask any more
      window.removeEventListener('beforeunload', unload);
      window.removeEventListener('popstate', back, { capture: true });
    };
  }, [isChanged]);
}

/** The question that is open, and both answers. */
export function useLeaving(): { go: Go; stay: Go } | undefined {
  const [open, setOpen] = useState(asked);
  useEffect(() => {
    const update = () => setOpen(asked);
    update();
    listeners.add(update);
    return () => void listeners.delete(update);
  }, []);
  if (!open) return undefined;
  return {
    go: () => {
      changed.clear();
      ask(undefined);
      open.go();
    },
    stay: () => ask(undefined),
  };
}

// What has been changed on a screen and not saved is not left without asking.
import { useEffect, useState } from 'preact/hooks';

type Go = () => void;

/** Each with the path that it is shown at. */
const changed = new Set<{ here: string }>();
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

// Added before the router's: the listeners of a window are called in this order, whether they capture or not.
window.addEventListener('popstate', (event) => {
  const [first] = changed;
  if (!first || location.pathname === first.here) return;
  // The browser has gone back already. We return before the router hears of it.
  event.stopImmediatePropagation();
  history.pushState(null, '', first.here);
  leave(() => history.back());
});

/** While `isChanged`, leaving asks: by `leave`, by the browser's back, and by closing or reloading the page. */
export function useUnsaved(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const mine = { here: location.pathname };
    changed.add(mine);
    const unload = (event: BeforeUnloadEvent) => {
      if (changed.has(mine)) event.preventDefault();
    };
    window.addEventListener('beforeunload', unload);
    return () => {
      changed.delete(mine);
      if (changed.size === 0) ask(undefined); // saved meanwhile: there is nothing to ask any more
      window.removeEventListener('beforeunload', unload);
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

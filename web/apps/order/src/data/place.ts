// Where the person is: asked by a tap, never on load, and kept no longer than the tab.
import type { Place } from '@dangol/api';
import { useSettled } from '@dangol/shell';
import { useEffect, useState } from 'preact/hooks';

type State = { kind: 'unknown' } | { kind: 'asking' } | { kind: 'known'; place: Place } | { kind: 'refused' };

const key = 'dangol.order.place';
const listeners = new Set<() => void>();
let state: State = recalled();

function recalled(): State {
  try {
    const place = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Place | null;
    return place ? { kind: 'known', place } : { kind: 'unknown' };
  } catch {
    return { kind: 'unknown' };
  }
}

function become(next: State): void {
  state = next;
  if (next.kind === 'known') sessionStorage.setItem(key, JSON.stringify(next.place));
  for (const listener of listeners) listener();
}

export function askPlace(): Promise<Place | undefined> {
  if (!navigator.geolocation) {
    become({ kind: 'refused' });
    return Promise.resolve(undefined);
  }
  become({ kind: 'asking' });
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const place = { latitude: coords.latitude, longitude: coords.longitude };
        become({ kind: 'known', place });
        resolve(place);
      },
      () => {
        become({ kind: 'refused' });
        resolve(undefined);
      },
      { timeout: 10_000, maximumAge: 60_000 },
    );
  });
}

export function usePlace(): State {
  const settled = useSettled();
  const [shown, show] = useState(state);
  useEffect(() => {
    const update = () => show(state);
    update();
    listeners.add(update);
    return () => void listeners.delete(update);
  }, []);
  return settled ? shown : { kind: 'unknown' };
}

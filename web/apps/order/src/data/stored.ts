// A value that is still there after a reload, the same in all tabs.
import { useSettled } from '@dangol/shell';
import { useEffect, useState } from 'preact/hooks';

export interface Stored<T> {
  initial: T;
  get(): T;
  set(next: T): void;
  change(how: (before: T) => T): void;
  onChange(listener: () => void): () => void;
}

export function stored<T>(name: string, initial: T): Stored<T> {
  const key = `dangol.order.${name}`;
  const listeners = new Set<() => void>();
  let value = read();

  function read(): T {
    try {
      const text = localStorage.getItem(key);
      return text === null ? initial : (JSON.parse(text) as T);
    } catch {
      return initial;
    }
  }
  const tell = () => {
    for (const listener of listeners) listener();
  };
  window.addEventListener('storage', (event) => {
    if (event.key !== key) return;
    value = read();
    tell();
  });
  function set(next: T): void {
    value = next;
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A full store only forgets.
    }
    tell();
  }
  return {
    initial,
    get: () => value,
    set,
    change: (how) => set(how(value)),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStored<T>(store: Stored<T>): T {
  const settled = useSettled();
  const [value, setValue] = useState(store.get);
  useEffect(() => {
    const update = () => setValue(() => store.get());
    update();
    return store.onChange(update);
  }, [store]);
  return settled ? value : store.initial;
}

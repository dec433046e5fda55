import { useEffect, useState } from 'preact/hooks';
import { Button } from './Button.tsx';

interface Toast {
  id: number;
  text: string;
  action?: { label: string; onClick: () => void };
  until: number;
}

let shown: readonly Toast[] = [];
let next = 1;
const listeners = new Set<(toasts: readonly Toast[]) => void>();

function show(toasts: readonly Toast[]): void {
  shown = toasts;
  for (const listener of listeners) listener(toasts);
}

/** A short word at the bottom of the screen, spoken too; with an action, such as taking back. Returns what removes it. */
export function toast(text: string, options: { action?: Toast['action']; ms?: number } = {}): () => void {
  const id = next++;
  const ms = options.ms ?? (options.action ? 8_000 : 4_000);
  const remove = () => show(shown.filter((one) => one.id !== id));
  show([...shown.slice(-2), { id, text, action: options.action, until: Date.now() + ms }]);
  setTimeout(remove, ms);
  return remove;
}

/** Once in each app, near the end of the page. */
export function Toasts() {
  const [toasts, setToasts] = useState(shown);
  useEffect(() => {
    listeners.add(setToasts);
    return () => void listeners.delete(setToasts);
  }, []);
  return (
    <div class="toasts" role="status">
      {toasts.map(({ id, text, action }) => (
        <div class="toast" key={id}>
          <p>{text}</p>
          {action && (
            <Button
              onClick={() => {
                action.onClick();
                show(shown.filter((one) => one.id !== id));
              }}
            >
              {action.label}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}

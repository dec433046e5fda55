// One stream for the whole app: each step of any order renews what is on the screen.
import { type StreamState, serverNow } from '@dangol/api';
import { useStream } from '@dangol/shell';
import { useEffect, useState } from 'preact/hooks';
import { queries, session } from './services.ts';

export interface Step {
  orderId: string;
  cafeId: string;
  callNumber: string;
  orderStatus: string;
  version: number;
  seenAt: number;
}

const stepsMax = 60;
const patience = 1_000; // ms: a rush renews the lists once a second, not once a step

let steps: readonly Step[] = [];
const listeners = new Set<() => void>();
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Asked for again after a moment, however often this is called meanwhile. */
function renewSoon(key: readonly unknown[], after = patience): void {
  const name = JSON.stringify(key);
  if (waiting.has(name)) return;
  const renew = () => {
    waiting.delete(name);
    void queries.invalidateQueries({ queryKey: [...key] });
  };
  waiting.set(name, setTimeout(renew, after));
}

function note(step: Omit<Step, 'seenAt'>): void {
  const seen = steps.find(({ orderId }) => orderId === step.orderId);
  if (seen && seen.version >= step.version) return;
  const callNumber = step.callNumber || (seen?.callNumber ?? '');
  const others = steps.filter(({ orderId }) => orderId !== step.orderId);
  steps = [{ ...step, callNumber, seenAt: serverNow() }, ...others].slice(0, stepsMax);
  for (const listener of listeners) listener();
  renewSoon(['order', step.orderId], 250);
  for (const list of ['attention', 'pulse', 'deliveries', 'riders']) renewSoon([list]);
}

/** Once in the app. */
export function useLive(): StreamState {
  return useStream(session, '/myPages/live', {
    onFrame: (event, data) => {
      if (event === 'page') note(data as Omit<Step, 'seenAt'>);
    },
    onOpen: () => void queries.invalidateQueries(),
  });
}

/** Orders that moved since the app was opened, the last first. */
export function useSteps(): readonly Step[] {
  const [shown, show] = useState(steps);
  useEffect(() => {
    const update = () => show(steps);
    update();
    listeners.add(update);
    return () => void listeners.delete(update);
  }, []);
  return shown;
}

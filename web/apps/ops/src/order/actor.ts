// Whose doing a moment was. Its first event names the person; what was recorded before events named anybody tells at
// least whose side it was.
import type { Moment } from './story.ts';

export type Actor = 'customer' | 'cafe' | 'rider' | 'operator' | 'provider' | 'clock' | 'retry' | 'unknown';
/** Of these nobody gave a command. */
const automatic: ReadonlySet<Actor> = new Set(['provider', 'clock', 'retry']);
export const isAutomatic = (moment: Moment): boolean => automatic.has(actorOf(moment));

/** The actor of the command that set the moment off, if its event names one. */
export const personOf = ({ steps }: Moment): string => steps[0]?.event.actor ?? '';

const bySource: Readonly<Record<string, Actor>> = { cafe: 'cafe', delivery: 'rider', order: 'customer' };

export function actorOf({ origin, steps }: Moment): Actor {
  if (origin === 'outside') return steps[0]?.event.source === 'payment' ? 'provider' : 'unknown';
  if (origin === 'deadline') return 'clock';
  if (origin === 'retry') return 'retry';
  const first = steps[0];
  if (!first) return 'unknown';
  const { type, source } = first.event;
  // Nobody else cancels without asking the branch, or refunds what was not canceled.
  if (type === 'OrderCanceled' || type === 'RefundRequested' || type === 'CancelNoted') return 'operator';
  return bySource[source] ?? 'unknown';
}

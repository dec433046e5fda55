// Whose doing a moment was, as far as its first event tells. An operator who steps in for a branch or a rider leaves the
// same event as they do: then it is their side that is named.
import type { Moment } from './story.ts';

export type Actor = 'customer' | 'cafe' | 'rider' | 'operator' | 'provider' | 'clock' | 'unknown';

const bySource: Readonly<Record<string, Actor>> = { cafe: 'cafe', delivery: 'rider', order: 'customer' };

export function actorOf({ origin, steps }: Moment): Actor {
  if (origin === 'outside') return steps[0]?.event.source === 'payment' ? 'provider' : 'unknown';
  if (origin === 'deadline') return 'clock';
  const first = steps[0];
  if (!first) return 'unknown';
  const { type, source } = first.event;
  // Nobody else cancels without asking the branch, or refunds what was not canceled.
  if (type === 'OrderCanceled' || type === 'RefundRequested' || type === 'CancelNoted') return 'operator';
  return bySource[source] ?? 'unknown';
}

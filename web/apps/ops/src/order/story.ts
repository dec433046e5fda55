// All that happened about one order, from every context, as a story: a moment is something that somebody did, or that
// became due, and under it stands what followed from it.
export interface RecordedEvent {
  id: string;
  type: string;
  source: string;
  subject: string;
  time: string;
  version: number;
  position: number;
  correlationId: string;
  causationId: string;
  /** Who gave the command, "staff:06dq…"; empty: the system itself. */
  actor: string;
  data: string;
}

/** What set a moment off: somebody's request, an answer from outside, a time that was reached, a failed event that an
 * operator had processed again. */
export type Origin = 'request' | 'outside' | 'deadline' | 'retry';

export interface Step {
  event: RecordedEvent;
  data: Readonly<Record<string, unknown>>;
  /** How many events lie between it and what set the moment off. */
  depth: number;
}
export interface Moment {
  key: string;
  cause: string;
  origin: Origin;
  at: string;
  steps: readonly Step[];
}

/** Told of no one: how a context keeps its books. */
const bookkeeping: ReadonlySet<string> = new Set([
  'DestinationNoted',
  'OrderNoted',
  'StepHeld',
  'DeliveryNoted',
  'ReturnNoted',
  'MyPageChanged',
]);
export const isBookkeeping = (type: string): boolean => bookkeeping.has(type);

export function storyOf(events: readonly RecordedEvent[]): Moment[] {
  const known = new Map(events.map((event) => [event.id, event]));
  const traced = [...known.values()].map((event) => ({ event, ...rootOf(event, known) }));
  const moments = new Map<string, Moment & { steps: Step[] }>();
  for (const { event, cause, first, depth } of traced.sort(byTime)) {
    const origin = originOf(cause);
    // A request is answered once. A deadline comes up again, and an effect is tried again, under the same name.
    const key = origin === 'request' ? cause : `${cause} ${first.time}`;
    const moment = moments.get(key) ?? { key, cause, origin, at: event.time, steps: [] };
    moment.steps.push({ event, data: parsed(event.data), depth });
    moments.set(key, moment);
  }
  return [...moments.values()];
}

type Traced = Root & { event: RecordedEvent };

/** Within a millisecond nothing comes before what caused it; ids grow with time. */
function byTime(a: Traced, b: Traced): number {
  if (a.event.time !== b.event.time) return a.event.time < b.event.time ? -1 : 1;
  if (a.depth !== b.depth) return a.depth - b.depth;
  return a.event.id < b.event.id ? -1 : 1;
}

interface Root {
  cause: string;
  /** The event that came of the cause directly. */
  first: RecordedEvent;
  depth: number;
}

function rootOf(event: RecordedEvent, known: ReadonlyMap<string, RecordedEvent>): Root {
  const passed = new Set([event.id]);
  let first = event;
  for (let parent = known.get(first.causationId); parent && !passed.has(parent.id); ) {
    passed.add(parent.id);
    first = parent;
    parent = known.get(first.causationId);
  }
  return { cause: first.causationId || first.id, first, depth: passed.size - 1 };
}

function originOf(cause: string): Origin {
  if (cause.startsWith('effect:')) return 'outside';
  if (cause.startsWith('deadline:')) return 'deadline';
  if (cause.startsWith('dead-letters:')) return 'retry';
  return 'request';
}

export function parsed(data: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** "0.4초" between two moments matters as much as the time of day: it is how long a person waited. */
export function gapOf(before: string | undefined, after: string): number {
  return before === undefined ? 0 : Math.max(0, Date.parse(after) - Date.parse(before));
}

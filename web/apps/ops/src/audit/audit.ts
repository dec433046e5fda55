// The audit log as one list. Each context keeps its own – staff assignments never leave identity – and what one
// answer looks at is limited, so the list is complete only as far back as every context that has more was read.
import type { ContextName } from '../data.ts';
import type { RecordedEvent } from '../order/story.ts';

export interface Answer {
  items: RecordedEvent[];
  /** Absent: that context has nothing earlier. */
  next?: string;
  /** The answer is complete back to this time. */
  reachedAt?: string;
}

/** A context that has more, where to go on, and how far back it was read. */
export interface Cursor {
  context: ContextName;
  next?: string;
  reachedAt?: string;
}

export interface AuditPage {
  entries: RecordedEvent[];
  cursors: Cursor[];
  /** Contexts that did not answer: they are left out from here on. */
  silent: ContextName[];
}

/** `undefined`: it did not answer. `null`: it is not behind this address. */
export type Ask = (context: ContextName, after: string | undefined) => Promise<Answer | undefined | null>;

const enough = 20;
/** In busy branches audited events lie far apart: a page ends here, and its reader may ask for the next. */
const rounds = 8;

export async function pageFrom(from: readonly Cursor[], ask: Ask): Promise<AuditPage> {
  const page: AuditPage = { entries: [], cursors: [...from], silent: [] };
  for (let round = 0; round < rounds && page.cursors.length > 0; ++round) {
    const behind = lagging(page.cursors);
    page.cursors = page.cursors.filter((cursor) => !behind.includes(cursor));
    const answers = await Promise.all(behind.map(({ context, next }) => ask(context, next)));
    for (const [index, answer] of answers.entries()) {
      const context = behind[index]?.context;
      if (!context) continue;
      if (answer === undefined) page.silent.push(context);
      if (!answer) continue;
      page.entries.push(...answer.items);
      const { next, reachedAt } = answer;
      if (next !== undefined) page.cursors.push({ context, next, ...(reachedAt === undefined ? {} : { reachedAt }) });
    }
    if (page.entries.filter(({ time }) => time >= frontier(page.cursors)).length >= enough) break;
  }
  return page;
}

/** All of them but the one that reaches back farthest; that one too if it is alone, or nobody was asked yet. */
function lagging(cursors: readonly Cursor[]): Cursor[] {
  const farthest = cursors.map(({ reachedAt }) => reachedAt ?? '').sort()[0] ?? '';
  const behind = cursors.filter(({ reachedAt }) => (reachedAt ?? '') > farthest);
  return behind.length > 0 ? behind : [...cursors];
}

const frontier = (cursors: readonly Cursor[]): string =>
  cursors
    .map(({ reachedAt }) => reachedAt ?? '~')
    .sort()
    .at(-1) ?? '';

/** What can be shown of the pages so far, the newest first: nothing will ever come in between. */
export function entriesOf(pages: readonly AuditPage[]): RecordedEvent[] {
  const since = frontier(pages.at(-1)?.cursors ?? []);
  return pages
    .flatMap(({ entries }) => entries)
    .filter(({ time }) => time >= since)
    .sort((a, b) => (a.time === b.time ? (a.id < b.id ? 1 : -1) : a.time < b.time ? 1 : -1));
}

export const silentIn = (pages: readonly AuditPage[]): ContextName[] => [
  ...new Set(pages.flatMap(({ silent }) => silent)),
];

/** The order that an entry is about, if it is about one. */
export function orderOf(event: RecordedEvent, data: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof data.orderId === 'string') return data.orderId;
  const subject = typeof data.subject === 'string' ? data.subject : undefined;
  return event.type.startsWith('DeadLetters') && subject && /^[0-9a-z]{26}$/.test(subject) ? subject : undefined;
}

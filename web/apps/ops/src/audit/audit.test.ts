import { describe, expect, it, vi } from 'vitest';
import type { RecordedEvent } from '../order/story.ts';
import { type Answer, type Ask, entriesOf, orderOf, pageFrom, silentIn } from './audit.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 1, minute)).toISOString();
function entry(source: string, minute: number): RecordedEvent {
  const place = { subject: 's', version: 1, correlationId: 's', causationId: 'c', actor: 'operator:o', data: '{}' };
  return { id: `${source}${minute}`, type: 'X', source, time: at(minute), position: minute, ...place };
}
/** A context's log, in answers of so many minutes each. */
function logOf(minutes: readonly number[], perAnswer: number): (context: string, after: string | undefined) => Answer {
  return (context, after = '60') => {
    const before = Number(after);
    const reached = Math.max(0, before - perAnswer);
    const items = minutes
      .filter((minute) => minute < before && minute >= reached)
      .map((minute) => entry(context, minute));
    return { items: items.reverse(), reachedAt: at(reached), ...(reached > 0 ? { next: String(reached) } : {}) };
  };
}
const ids = (entries: readonly RecordedEvent[]) => entries.map(({ id }) => id);

describe('the audit log of all contexts', () => {
  it('is one list, the newest first', async () => {
    const logs = { order: logOf([5, 30], 60), cafe: logOf([10, 50], 60) };
    const ask: Ask = async (context, after) => logs[context as 'order' | 'cafe'](context, after);
    const page = await pageFrom([{ context: 'order' }, { context: 'cafe' }], ask);
    expect(page.cursors).toEqual([]);
    expect(ids(entriesOf([page]))).toEqual(['cafe50', 'order30', 'cafe10', 'order5']);
  });

  it('shows nothing that something may still come before', async () => {
    const minutes = Array.from({ length: 59 }, (_, minute) => minute + 1);
    const busy = logOf(minutes, 2);
    const rare = logOf([1, 2, 3], 60);
    const ask: Ask = async (context, after) => (context === 'order' ? busy : rare)(context, after);
    const pages = [await pageFrom([{ context: 'order' }, { context: 'cafe' }], ask)];
    expect(ids(entriesOf(pages))).not.toContain('cafe3');
    while (pages.at(-1)?.cursors.length) pages.push(await pageFrom(pages.at(-1)?.cursors ?? [], ask));
    const all = entriesOf(pages);
    expect(all).toHaveLength(62);
    expect(all.map(({ time }) => time)).toEqual(
      all
        .map(({ time }) => time)
        .toSorted()
        .reverse(),
    );
  });

  it('goes on where little was found, and asks nobody twice for the same', async () => {
    const ask = vi.fn<Ask>(async (context, after) => logOf([3], 10)(context, after));
    const page = await pageFrom([{ context: 'order' }], ask);
    expect(ids(entriesOf([page]))).toEqual(['order3']);
    expect(ask.mock.calls.map(([, after]) => after)).toEqual([undefined, '50', '40', '30', '20', '10']);
  });

  it('says who did not answer, and not who is not there', async () => {
    const ask: Ask = async (context, after) => {
      if (context === 'cafe') return undefined;
      return context === 'payment' ? null : logOf([3], 60)(context, after);
    };
    const page = await pageFrom([{ context: 'order' }, { context: 'cafe' }, { context: 'payment' }], ask);
    expect(silentIn([page])).toEqual(['cafe']);
    expect(ids(entriesOf([page]))).toEqual(['order3']);
  });

  it('knows the order that an entry is about', () => {
    const id = '06dq3v9x2m8k7f4t1r5w0y6b3c';
    expect(orderOf(entry('order', 1), { orderId: id })).toBe(id);
    expect(orderOf({ ...entry('mypage', 1), type: 'DeadLettersDropped' }, { subject: id })).toBe(id);
    expect(orderOf({ ...entry('mypage', 1), type: 'DeadLettersDropped' }, { subject: 'euljiro' })).toBeUndefined();
    expect(orderOf(entry('cafe', 1), { cafeId: 'euljiro' })).toBeUndefined();
  });
});

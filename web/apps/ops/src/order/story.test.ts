import { describe, expect, it } from 'vitest';
import { gapOf, type RecordedEvent, storyOf } from './story.ts';

let position = 0;
function event(
  id: string,
  type: string,
  ms: number,
  causationId: string,
  more: Partial<RecordedEvent> = {},
): RecordedEvent {
  const time = new Date(Date.UTC(2026, 10, 23, 1, 2, 3, ms)).toISOString();
  const place = {
    source: 'order',
    subject: 'o',
    version: 1,
    position: ++position,
    correlationId: 'o',
    actor: '',
    data: '{}',
  };
  return { id, type, time, causationId, ...place, ...more };
}
const told = (events: RecordedEvent[]) =>
  storyOf(events).map(({ origin, steps }) => [origin, steps.map((step) => `${step.depth} ${step.event.type}`)]);

describe('the story of an order', () => {
  it('puts what followed under what set it off, across contexts', () => {
    const events = [
      event('p2', 'Paid', 4, 'effect:charge:o', { source: 'payment' }),
      event('c1', 'CafeOrderAdded', 6, 'o2', { source: 'cafe' }),
      event('o2', 'OrderPlaced', 4, 'p2'),
      event('o1', 'OrderRequested', 1, 'request'),
      event('p1', 'PaymentStarted', 2, 'request', { source: 'payment' }),
    ];
    expect(told(events)).toEqual([
      ['request', ['0 OrderRequested', '0 PaymentStarted']],
      ['outside', ['0 Paid', '1 OrderPlaced', '2 CafeOrderAdded']],
    ]);
  });

  it('never tells a consequence before its cause, whatever the clocks say', () => {
    const events = [event('a', 'OrderPlaced', 5, 'b'), event('b', 'Paid', 5, 'effect:charge:o', { source: 'payment' })];
    expect(told(events)).toEqual([['outside', ['0 Paid', '1 OrderPlaced']]]);
  });

  it('tells a deadline that came up twice as two moments', () => {
    const events = [
      event('a', 'OrderUnanswered', 0, 'deadline:o'),
      event('b', 'OrderCancelRequested', 500, 'deadline:o'),
      event('c', 'CancelGranted', 501, 'b', { source: 'cafe' }),
    ];
    expect(told(events)).toEqual([
      ['deadline', ['0 OrderUnanswered']],
      ['deadline', ['0 OrderCancelRequested', '1 CancelGranted']],
    ]);
  });

  it('tells each event once, survives a cause that is not among them, and data that cannot be read', () => {
    const lost = event('a', 'DeliveryReady', 0, 'somebody elses', { data: 'not json' });
    const story = storyOf([lost, lost]);
    expect(story).toHaveLength(1);
    expect(story[0]?.steps).toHaveLength(1);
    expect(story[0]?.steps[0]?.data).toEqual({});
  });

  it('is not caught by causes that go round', () => {
    const events = [event('a', 'Paid', 0, 'b'), event('b', 'OrderPlaced', 1, 'a')];
    expect(storyOf(events).flatMap(({ steps }) => steps)).toHaveLength(2);
  });

  it('says how long it took from one moment to the next, and nothing for the first', () => {
    expect(gapOf(undefined, '2026-11-23T01:02:03.000Z')).toBe(0);
    expect(gapOf('2026-11-23T01:02:03.000Z', '2026-11-23T01:04:03.250Z')).toBe(120_250);
  });
});

import { describe, expect, it } from 'vitest';
import { nextEta } from './eta.ts';

const at = (minute: number, second = 0) =>
  `2026-11-23T01:${String(minute).padStart(2, '0')}:${String(second).padStart(2, '0')}Z`;
const eta = (low: number, high: number, second = 0) => ({ etaLow: at(low), etaHigh: at(high, second) });

describe('an estimate', () => {
  it('gets shorter silently', () => {
    const shown = nextEta(nextEta(undefined, eta(5, 9)), eta(4, 7));
    expect(shown).toMatchObject({ high: Date.parse(at(7)), said: Date.parse(at(7)), longerBy: 0 });
  });
  it('says when it gets longer', () => {
    expect(nextEta(nextEta(undefined, eta(5, 9)), eta(7, 12)).longerBy).toBe(3);
  });
  it('does not say half a minute, but half a minute four times', () => {
    let shown = nextEta(undefined, eta(5, 9));
    shown = nextEta(shown, eta(5, 9, 30));
    expect(shown.longerBy).toBe(0);
    shown = nextEta(shown, eta(6, 10, 30));
    expect(shown.longerBy).toBe(2);
  });
  it('takes it back when it is as early as was said', () => {
    expect(nextEta(nextEta(nextEta(undefined, eta(5, 9)), eta(7, 12)), eta(5, 9)).longerBy).toBe(0);
  });
});

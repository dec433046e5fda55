import { ApiError } from '@dangol/api';
import { describe, expect, it } from 'vitest';
import { askAgainIn } from './asking.ts';

const said = (status: number) => new ApiError({ type: '/problems/x', title: '', status, detail: '' });
const calm = { error: null, errors: 0, disagreeingMs: 0, disagrees: false };

describe('a price is asked for again', () => {
  it('from time to time while it is shown', () => {
    expect(askAgainIn(calm)).toBe(30_000);
  });
  it('not at all once the server has said no: another cart is another question', () => {
    for (const status of [400, 402, 404, 409, 422]) {
      expect(askAgainIn({ ...calm, error: said(status), errors: 1 }), String(status)).toBe(false);
    }
  });
  it('soon when no answer came, and later when none comes at all', () => {
    for (const status of [0, 401, 408, 429, 500, 503, 504]) {
      expect(askAgainIn({ ...calm, error: said(status), errors: 1 }), String(status)).toBe(1_500);
      expect(askAgainIn({ ...calm, error: said(status), errors: 10 }), String(status)).toBe(10_000);
    }
  });
  it('soon while menu and quote disagree, but not for ever', () => {
    expect(askAgainIn({ ...calm, disagrees: true, disagreeingMs: 1_000 })).toBe(1_500);
    expect(askAgainIn({ ...calm, disagrees: true, disagreeingMs: 12_000 })).toBe(30_000);
  });
});

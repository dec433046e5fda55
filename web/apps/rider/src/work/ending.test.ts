import { expect, it } from 'vitest';
import { endingOf } from './ending.ts';

it('a delivery that was canceled on the way goes back to the café', () => {
  expect(endingOf('CANCELED', true)).toBe('recalled');
});
it('one that was canceled before the pick-up is over', () => {
  expect(endingOf('CANCELED', false)).toBe('canceled');
});
it('one that others see again was taken from this rider', () => {
  expect(endingOf('OFFERED', false)).toBe('reassigned');
  expect(endingOf(undefined, true)).toBe('gone');
});
it('one that failed says whether the drinks go back to the café', () => {
  expect(endingOf('RETURNING', true)).toBe('returning');
  expect(endingOf('FAILED', true)).toBe('failed');
});
it('nothing is said of one that was brought, or is in hand after all', () => {
  expect((['DELIVERED', 'CLAIMED', 'PICKED_UP'] as const).map((status) => endingOf(status, true))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

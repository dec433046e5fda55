import { describe, expect, it } from 'vitest';
import { presetOptions, toggled, unfinished, unitPrice, vatOf } from './price.ts';
import { americano, group, item, shot, size, temperature, won } from './samples.ts';

describe('what is chosen when the sheet opens', () => {
  it('is the first of each group that must be chosen from', () => {
    expect(presetOptions(americano)).toEqual(['hot', 'regular']);
  });
  it('is the same as last time', () => {
    expect(presetOptions(americano, ['ice', 'large', 'vanilla'])).toEqual(['ice', 'large', 'vanilla']);
  });
  it('never is sold out', () => {
    const tea = item('tea', 5_000, [group('milk', 1, 1, { oat: 'soldOut', soy: 0 })]);
    expect(presetOptions(tea, ['oat'])).toEqual(['soy']);
  });
  it('is nothing where nothing is left, and that is told', () => {
    const tea = item('tea', 5_000, [group('milk', 1, 1, { oat: 'soldOut' })]);
    expect(presetOptions(tea)).toEqual([]);
    expect(unfinished(tea, ['oat']).map(({ id }) => id)).toEqual(['milk']);
  });
});

describe('a tap on an option', () => {
  it('lets the other one of a pair go', () => {
    expect(toggled(temperature, ['hot', 'regular'], 'ice')).toEqual(['regular', 'ice']);
  });
  it('cannot take away what must be chosen', () => {
    expect(toggled(size, ['hot', 'regular'], 'regular')).toEqual(['hot', 'regular']);
  });
  it('adds until there are enough', () => {
    const two = toggled(shot, toggled(shot, [], 'extra'), 'vanilla');
    expect(two).toEqual(['extra', 'vanilla']);
    expect(toggled(shot, two, 'lighter')).toEqual(two);
    expect(toggled(shot, two, 'extra')).toEqual(['vanilla']);
  });
});

describe('prices', () => {
  it('are the item with its options', () => {
    expect(unitPrice(americano, ['hot', 'large', 'extra'])).toEqual(won(5_500));
  });
  it('have the tax inside', () => {
    expect(vatOf(won(4_500))).toEqual({ supply: won(4_091), tax: won(409) });
  });
});

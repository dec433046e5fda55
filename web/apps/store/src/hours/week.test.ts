import { expect, it } from 'vitest';
import { hoursOf, isPossible, runsIntoNextDay, weekOf } from './week.ts';

const hours = [
  { weekday: 0, opens: 450, closes: 1_320 },
  { weekday: 4, opens: 1_080, closes: 1_560 },
  { weekday: 4, opens: 600, closes: 840 },
];

it('says the same there and back', () => {
  const week = weekOf(hours);
  expect(week[0]).toEqual([{ opens: '07:30', closes: '22:00' }]);
  expect(week[4]).toEqual([
    { opens: '10:00', closes: '14:00' },
    { opens: '18:00', closes: '02:00' },
  ]);
  expect(hoursOf(week)).toEqual([hours[0], hours[2], hours[1]]);
});
it('knows midnight as the end of the day', () => {
  expect(hoursOf([[{ opens: '09:00', closes: '00:00' }]])).toEqual([{ weekday: 0, opens: 540, closes: 1_440 }]);
  const allDay = { opens: '00:00', closes: '00:00' };
  expect(isPossible(allDay)).toBe(true);
  expect(hoursOf([[allDay]])).toEqual([{ weekday: 0, opens: 0, closes: 1_440 }]);
  expect(runsIntoNextDay({ opens: '09:00', closes: '00:00' })).toBe(true);
});
it('does not stay open beyond six in the morning', () => {
  expect(isPossible({ opens: '18:00', closes: '06:00' })).toBe(true);
  expect(isPossible({ opens: '18:00', closes: '06:01' })).toBe(false);
  expect(isPossible({ opens: '', closes: '06:00' })).toBe(false);
});

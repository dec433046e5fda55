import { expect, test } from 'vitest';
import { cases, type Part, Slots, strict } from './template.ts';

const is = (of: string, value: string | number) => ({ of, is: value });

test('texts and numbers become the values that they stand for', () => {
  const slots = new Slots();
  const html = `<p title="${slots.text('name')}">${slots.number('minutes', 3)}</p>`;
  expect(slots.in(html)).toEqual(['<p title="', { value: 'name' }, '">', { value: 'minutes' }, '</p>']);
  const price = slots.grouped('price');
  expect(slots.in(`${new Intl.NumberFormat('en-US').format(price)}원`)).toEqual([
    { value: 'price', as: 'grouped' },
    '원',
  ]);
});

test('a number is as large as its component wants it', () => {
  const slots = new Slots();
  expect(slots.number('minutes', 3)).toBeLessThan(4);
  expect(slots.number('minutes', 30)).toBeGreaterThan(29);
});

test('what has no slot in the sample cannot be drawn', () => {
  const cafe = strict({ id: '1', pauseReason: undefined } as { id: string; name?: string }, 'cafe');
  expect(cafe.id).toBe('1');
  expect(() => cafe.name).toThrow('the first page knows no cafe.name');
});

test('a question that makes a difference is asked where it makes one', () => {
  const draw = ({ open }: { open: boolean }): Part[] => [`<li class="cafe"><b>${open ? 'Open' : 'Closed'}</b></li>`];
  const answers = [
    { if: is('state', 'OPEN'), set: (sample: { open: boolean }) => Object.assign(sample, { open: true }) },
  ];
  expect(cases([{ answers }], () => ({ open: false }), draw)).toEqual([
    '<li class="cafe"><b>',
    { if: is('state', 'OPEN'), yes: ['Open'], no: ['Closed'] },
    '</b></li>',
  ]);
});

test('a question that makes none is not asked', () => {
  const answers = [{ if: is('state', 'OPEN') }, { if: is('state', 'PAUSED') }];
  expect(
    cases(
      [{ answers }],
      () => ({}),
      () => ['<li>'],
    ).flat(),
  ).toEqual(['<li>']);
});

test('the first answer that holds counts', () => {
  const set = (count: number) => (sample: { count: number }) => Object.assign(sample, { count });
  const answers = [
    { if: { of: 'list.#count', least: 7 }, set: set(7) },
    { if: { of: 'list.#count', least: 2 }, set: set(2) },
  ];
  expect(
    cases(
      [{ answers }],
      () => ({ count: 1 }),
      ({ count }) => [`${count}`],
    ),
  ).toEqual([
    {
      if: { of: 'list.#count', least: 7 },
      yes: ['7'],
      no: [{ if: { of: 'list.#count', least: 2 }, yes: ['2'], no: ['1'] }],
    },
  ]);
});

test('a loop is put in the one place of what it was made from', () => {
  const slots = new Slots();
  const loop: Part = { each: 'items', as: 'item', body: ['<li>'] };
  expect(slots.in(slots.replace('<ul><li>1</li></ul>', '<li>1</li>', loop))).toEqual(['<ul>', loop, '</ul>']);
  expect(() => slots.replace('<ul></ul>', '<li>', loop)).toThrow('0 places instead of one');
  expect(() => slots.replace('<li><li>', '<li>', loop)).toThrow('2 places instead of one');
});

import { expect, it } from 'vitest';
import { figuresOf, type Minute } from './pulse.ts';

const minute = (more: Partial<Minute>): Minute => ({ at: '', placed: 0, completed: 0, canceled: 0, ...more });

it('leaves the minute that is not over out of the rate', () => {
  const minutes = [...Array(5)].map(() => minute({ placed: 4 }));
  expect(figuresOf([...minutes, minute({ placed: 1 })]).perMinute).toBe(4);
});

it('takes the middle of the minutes that have a wait', () => {
  const waits = [100, undefined, 300, 900].map((waitP50) => minute({ waitP50 }));
  expect(figuresOf(waits).waitUsual).toBe(300);
  expect(figuresOf(waits).waitSlow).toBeUndefined();
});

it('has no rate of cancels without orders, and never more than all of them', () => {
  expect(figuresOf([minute({})]).cancelRate).toBeUndefined();
  expect(figuresOf([minute({ placed: 1, canceled: 2 })]).cancelRate).toBe(1);
  expect(figuresOf([minute({ placed: 8, canceled: 2 })]).cancelRate).toBe(0.25);
});

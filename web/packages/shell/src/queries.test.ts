import { QueryClient } from '@tanstack/preact-query';
import { expect, test } from 'vitest';
import { keepFrame } from './queries.ts';

const key = ['offers'];

/** Reads that are answered by hand, in the order in which they were asked. */
function reading() {
  const answers: ((list: string[]) => void)[] = [];
  const queries = new QueryClient();
  const read = () => new Promise<string[]>((answer) => answers.push(answer));
  return { queries, answers, begin: () => queries.fetchQuery({ queryKey: key, queryFn: read }).catch(() => undefined) };
}

test('what a frame has told is not undone by a list that was asked for before', async () => {
  const { queries, answers, begin } = reading();
  void begin();
  queries.setQueryData(key, ['new']);
  keepFrame(queries, key);
  await expect.poll(() => answers.length).toBe(2);
  answers[0]?.([]);
  answers[1]?.(['new', 'other']);
  await expect.poll(() => queries.getQueryData(key)).toEqual(['new', 'other']);
});

test('nothing is asked for a frame alone', () => {
  const { queries, answers } = reading();
  queries.setQueryData(key, ['new']);
  keepFrame(queries, key);
  expect(answers).toEqual([]);
});

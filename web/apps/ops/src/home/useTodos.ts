import { useNow } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import { attentionQuery, cafesQuery, deadLettersQuery, troubledPaymentsQuery } from '../data.ts';
import { type Todo, todosOf } from './todo.ts';

export function useTodos() {
  const attention = useQuery(attentionQuery);
  const payments = useQuery(troubledPaymentsQuery);
  const letters = useQuery(deadLettersQuery);
  const cafes = useQuery(cafesQuery);
  const now = useNow(5_000);
  const asked = [attention, payments, letters];
  const todos: Todo[] = todosOf(
    attention.data?.items ?? [],
    payments.data?.items ?? [],
    letters.data ?? [],
    cafes.data?.items ?? [],
    now,
  );
  return {
    todos,
    /** True as soon as an empty list means that there is nothing to do. */
    known: asked.every(({ data }) => data !== undefined),
    /** Of those that were asked and did not answer. */
    error: asked.find(({ error }) => error)?.error ?? undefined,
    retry: () => asked.forEach(({ refetch }) => void refetch()),
  };
}

export const useTodoCount = (): number => useTodos().todos.length;

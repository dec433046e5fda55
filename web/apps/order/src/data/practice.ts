// What a test payment can be made to do.
import { ApiError, ok } from '@dangol/api';
import { useQuery } from '@tanstack/preact-query';
import { api } from '../services.ts';

const none: readonly string[] = [];

/** The tokens that the payment sandbox takes. A real provider has no sandbox, and so none. */
export function usePractice(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['practice'],
    queryFn: () =>
      ok(api.GET('/sandbox/tokens')).then(
        ({ items }): readonly string[] => items,
        (error: unknown) => {
          if (error instanceof ApiError && error.status === 404) return none;
          throw error;
        },
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? none;
}

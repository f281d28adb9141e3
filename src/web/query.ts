/** 取数: how pages ask, keep and renew what they show. */
import { QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { ApiProblem } from './api-client.ts';

/** The state of anything that is fetched to be listed or shown; every list draws each of them. */
export type ListState =
  | { kind: 'LOADING' }
  /** Old content stays while new is on its way. */
  | { kind: 'RENEWING' }
  | { kind: 'READY' }
  | { kind: 'FAILED'; problem: unknown; retry: () => void };

/** One client for the page. Refusals are not asked twice; what was shown stays while it is renewed. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 5 * 60_000,
        retry: (count, thrown) => count < 2 && isPassing(thrown),
        placeholderData: (previous: unknown) => previous,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** The state of a query for DataTable, WorkList and whatever else lists. */
export function listState(
  query: Pick<UseQueryResult, 'status' | 'isPlaceholderData' | 'error' | 'refetch'>,
): ListState {
  if (query.status === 'error') return { kind: 'FAILED', problem: query.error, retry: () => void query.refetch() };
  if (query.status === 'pending') return { kind: 'LOADING' };
  return query.isPlaceholderData ? { kind: 'RENEWING' } : { kind: 'READY' };
}

/** May the same call succeed a moment later? A broken line and a busy server pass; a refusal stays. */
function isPassing(thrown: unknown): boolean {
  return thrown instanceof ApiProblem && (thrown.status === 0 || thrown.status >= 502);
}

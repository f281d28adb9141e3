/** 取办件: the worklists and the cases as pages ask for them; lists renew themselves while somebody looks. */
import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import { useSession } from '../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import { api } from '../../web/api-client.ts';
import { useRenewal } from '../../web/presence.ts';
import type { CaseView, Workbench, WorkItem } from '../cases.api.ts';

const RENEW_EVERY_MS = 60_000;
const LISTS = 'work';
const CASES = 'case';

/**
 * The workbench, of one kind of case where `kind` is not empty. Renewed every minute while somebody is there, and
 * whenever the window is looked at again.
 */
export function useWorkbench(kind = ''): UseQueryResult<Workbench> {
  return useQuery({
    queryKey: [LISTS, 'workbench', kind],
    queryFn: ({ signal }) => api.get<Workbench>('/workbench', { signal, query: { kind } }),
    refetchInterval: useRenewal(RENEW_EVERY_MS),
  });
}

/** Which half of the workbench: 该我办 or 等别人办. */
export type WorkSide = 'mine' | 'others';

/** What a column is narrowed to; empty for all. */
export interface WorkFilter {
  kind: string;
  /** OVERDUE 已逾期, or SOON 即将到期. */
  clock: string;
}

/** One page of one column, from the `offset`-th case on. */
export function useWorkPage(
  side: WorkSide,
  { kind, clock }: WorkFilter,
  offset: number,
): UseQueryResult<{ items: WorkItem[] }> {
  const query = { kind, offset, ...(clock === '' ? {} : { clock }) };
  return useQuery({
    queryKey: [LISTS, side, kind, clock, offset],
    queryFn: ({ signal }) => api.get<{ items: WorkItem[] }>(`/workbench/${side}`, { signal, query }),
    refetchInterval: useRenewal(RENEW_EVERY_MS),
    placeholderData: keepPreviousData,
  });
}

/** Nothing of another case may stand in for this one while it is fetched: somebody might decide on it. */
const caseQuery = (id: string) =>
  queryOptions({
    queryKey: [CASES, id],
    queryFn: ({ signal }) => api.get<CaseView>(`/cases/${id}`, { signal }),
    placeholderData: () => undefined,
  });

/** One case as its reader may see it. */
export const useCase = (id: string): UseQueryResult<CaseView> => useQuery(caseQuery(id));

/** Fetches the case that will probably be opened next, so that it is there at once. */
export function fetchAhead(client: QueryClient, id: string): void {
  void client.prefetchQuery(caseQuery(id));
}

/** After an act: everything that is shown is asked for anew, for an act may change any list and figure. */
export function useRenewAll(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
    [client],
  );
}

/** Today by the server's clock: the workbench is asked anew every minute, the session stays over midnight. */
export function useToday(): CivilDate {
  const session = useSession();
  const { data } = useWorkbench();
  return civilDate(data?.today ?? session.today);
}

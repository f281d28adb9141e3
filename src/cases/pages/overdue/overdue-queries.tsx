/** 取逾期: what is late under an authority, and the league table, as pages ask for them. */
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from '../../../web/api-client.ts';
import { useRenewal } from '../../../web/presence.ts';
import type { LeagueView, OverdueView } from '../../overdue/overdue.api.ts';

const RENEW_EVERY_MS = 60_000;

export interface OverdueFilter {
  kind: string;
  /** Id of an institution below; empty for all. */
  under: string;
  after: string;
}

/** One page of the list. */
export function useOverdue(filter: OverdueFilter): UseQueryResult<OverdueView> {
  return useQuery({
    queryKey: ['overdue', filter.kind, filter.under, filter.after],
    queryFn: ({ signal }) => api.get<OverdueView>('/overdue', { signal, query: given(filter) }),
    refetchInterval: useRenewal(RENEW_EVERY_MS),
    placeholderData: keepPreviousData,
  });
}

/** The table of a month, 2026-10; of this month where it is empty. */
export function useLeague(month: string): UseQueryResult<LeagueView> {
  return useQuery({
    queryKey: ['league', month],
    queryFn: ({ signal }) => api.get<LeagueView>('/overdue/league', { signal, query: given({ month }) }),
    placeholderData: keepPreviousData,
  });
}

const given = (filter: object): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));

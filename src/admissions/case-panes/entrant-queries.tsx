/** 取办件中的新生: the children of a case, page after page until all are there, and those each may be the same as. */
import { type UseQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../web/api-client.ts';
import { type ListState, listState } from '../../web/query.ts';
import type { SuspicionsView } from '../entrants/entrants.api.ts';
import type { CaseEntrant, CaseEntrantPage } from '../registering/registering.api.ts';

const AT_ONCE = 200;

export interface Children {
  /** As many as have come. */
  items: CaseEntrant[];
  /** All are there. */
  whole: boolean;
  state: ListState;
}

/** Every child of a case; `seq` changes with every act on the case, and asks anew. */
export function useChildren(caseId: string, seq: number): Children {
  const query = useInfiniteQuery({
    queryKey: ['case', caseId, 'entrants', seq],
    queryFn: ({ signal, pageParam }) =>
      api.get<CaseEntrantPage>(`/cases/${caseId}/entrants`, { signal, query: { after: pageParam, limit: AT_ONCE } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: () => undefined,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isError } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  return {
    items: query.data?.pages.flatMap(({ items }) => items) ?? [],
    whole: query.data !== undefined && !hasNextPage,
    state: listState(query),
  };
}

/** 疑似同一人. Not kept once nobody looks. */
export const useSuspicions = (entrantId: string): UseQueryResult<SuspicionsView> =>
  useQuery({
    queryKey: ['suspicions', entrantId],
    queryFn: ({ signal }) => api.get<SuspicionsView>(`/admissions/entrants/${entrantId}/suspicions`, { signal }),
    gcTime: 0,
    placeholderData: () => undefined,
  });

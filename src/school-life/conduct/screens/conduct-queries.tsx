/** 取奖惩资助, and the acts on them; every act renews what it changed. */
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, newIdempotencyKey } from '../../../web/api-client.ts';
import type { AidEntry, AidList } from '../../aid/aid.api.ts';
import type { AwardList, AwardProposal, AwardsDecision } from '../../awards/awards.api.ts';
import type { DisciplineList } from '../disciplines.api.ts';

const ALL = 'conduct';

export const useAwards = (): UseQueryResult<AwardList> =>
  useQuery({ queryKey: [ALL, 'awards'], queryFn: ({ signal }) => api.get<AwardList>('/awards', { signal }) });

export const useDisciplines = (): UseQueryResult<DisciplineList> =>
  useQuery({
    queryKey: [ALL, 'disciplines'],
    queryFn: ({ signal }) => api.get<DisciplineList>('/disciplines', { signal }),
  });

export const useAids = (): UseQueryResult<AidList> =>
  useQuery({ queryKey: [ALL, 'aids'], queryFn: ({ signal }) => api.get<AidList>('/aids', { signal }) });

/** What can be done here; each answers once the lists are asked for anew. */
export function useConductActs() {
  const client = useQueryClient();
  return useMemo(() => {
    const renewing = async <T,>(act: Promise<T>): Promise<T> => {
      const answer = await act;
      await client.invalidateQueries({ queryKey: [ALL] });
      return answer;
    };
    return {
      propose: (body: AwardProposal) => renewing(api.post('/awards', body, { idempotencyKey: newIdempotencyKey() })),
      decide: (body: AwardsDecision) => renewing(api.post('/awards/decisions', body)),
      cancel: (id: string, reason: string) => renewing(api.post(`/awards/${id}/cancel`, { reason })),
      enterAids: (body: AidEntry) => renewing(api.post('/aids', body, { idempotencyKey: newIdempotencyKey() })),
      takeOutAid: (id: string, reason: string) => renewing(api.post(`/aids/${id}/take-out`, { reason })),
    };
  }, [client]);
}

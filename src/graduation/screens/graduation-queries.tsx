/** 取毕业: last grades, results and outcomes as the pages ask for them, and the acts on them. */
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../web/api-client.ts';
import type { GraduationGrid, GraduationList, GraduationOutcomes, GraduationTrial } from '../graduation.api.ts';
import type { ResultFacts } from '../graduation.ts';

const ALL = 'graduations';

/** The last grades of the caller's place this year. */
export const useGraduations = (enabled = true): UseQueryResult<GraduationList> =>
  useQuery({
    queryKey: [ALL],
    queryFn: ({ signal }) => api.get<GraduationList>('/graduations', { signal }),
    enabled,
  });

/** Results of one class group; asked again only after an act, so that nothing moves under what is being typed. */
export const useGrid = (classGroupId: string): UseQueryResult<GraduationGrid> =>
  useQuery({
    queryKey: [ALL, 'grid', classGroupId],
    queryFn: ({ signal }) => api.get<GraduationGrid>(`/graduations/class-groups/${classGroupId}`, { signal }),
    placeholderData: (before, query) => (query?.queryKey[2] === classGroupId ? before : undefined),
    refetchOnWindowFocus: false,
  });

export const useOutcomes = (
  of: { schoolId: string; stage: string; year: string },
  enabled = true,
): UseQueryResult<GraduationOutcomes> =>
  useQuery({
    queryKey: [ALL, 'outcomes', of.schoolId, of.stage, of.year],
    queryFn: ({ signal }) => {
      const { schoolId, stage, year } = of;
      return api.get<GraduationOutcomes>('/graduations/outcomes', {
        signal,
        query: { schoolId, stage, ...(year ? { year } : {}) },
      });
    },
    enabled,
  });

/** What would become of students with results that are not saved; `asked` is their text, so that the same is asked once. */
export const useTrial = (
  classGroupId: string,
  asked: readonly { studentId: string; facts: ResultFacts }[],
): UseQueryResult<GraduationTrial> =>
  useQuery({
    queryKey: [ALL, 'trial', classGroupId, asked],
    queryFn: ({ signal }) =>
      api.post<GraduationTrial>(`/graduations/class-groups/${classGroupId}/trial`, { results: asked }, { signal }),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  });

export interface EnteredResult {
  studentId: string;
  facts: ResultFacts;
  seenVersion: number;
}

/** Acts that renew whatever is shown of graduation. */
export function useGraduationActs() {
  const queries = useQueryClient();
  return useMemo(() => {
    const renew = () => queries.invalidateQueries({ queryKey: [ALL] });
    return {
      renew,
      enter: async (classGroupId: string, results: readonly EnteredResult[]) => {
        await api.put(`/graduations/class-groups/${classGroupId}`, { results });
        await renew();
      },
      handIn: async (stage: string, opinion: string, idempotencyKey: string): Promise<{ caseId: string }> => {
        const body = { stage, ...(opinion ? { opinion } : {}) };
        const opened = await api.post<{ caseId: string }>('/graduations', body, { idempotencyKey });
        await renew();
        return opened;
      },
    };
  }, [queries]);
}

/** 取考核: overview, grids, credits, reports, activities and subjects, and the acts on them; every act renews what it changed. */
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, uploadFile } from '../../../web/api-client.ts';
import type { GridSave, GridView, OverviewView, SubjectsView, SubjectWish } from '../api/assessments.api.ts';
import type {
  CreditsView,
  PracticeEnd,
  PracticeView,
  PracticeWish,
  ReportsSave,
  ReportsView,
  SignatureWish,
} from '../api/further.api.ts';
import type { TermOf } from '../assessment.api.ts';

const ALL = 'assessments';

const queryOf = ({ schoolYear, term, ...more }: TermOf & Record<string, unknown>) => ({
  ...(more as Record<string, string>),
  schoolYear: String(schoolYear),
  term: String(term),
});

/** How far the class groups are; without a term the one that is due or runs. */
export const useOverview = (term: TermOf | undefined, wanted = true): UseQueryResult<OverviewView> =>
  useQuery({
    queryKey: [ALL, 'overview', term ? `${term.schoolYear}-${term.term}` : ''],
    queryFn: ({ signal }) =>
      api.get<OverviewView>('/assessments', { signal, ...(term ? { query: queryOf({ ...term }) } : {}) }),
    enabled: wanted,
  });

export interface GridKey extends TermOf {
  classGroupId: string;
  kind: string;
}

export const gridPath = (classGroupId: string): string => `/class-groups/${classGroupId}/assessments`;

/** What was typed lies over the answer, so it is not renewed behind the person's back. */
export const useGrid = ({ classGroupId, ...of }: GridKey): UseQueryResult<GridView> =>
  useQuery({
    queryKey: [ALL, 'grid', classGroupId, of.schoolYear, of.term, of.kind],
    queryFn: ({ signal }) => api.get<GridView>(gridPath(classGroupId), { signal, query: queryOf({ ...of }) }),
    placeholderData: () => undefined,
    refetchOnWindowFocus: false,
  });

/** Address of the same grid as a workbook. */
export const workbookOf = ({ classGroupId, ...of }: GridKey) => ({
  path: `${gridPath(classGroupId)}.xlsx`,
  query: queryOf({ ...of }),
});

export const useCredits = (classGroupId: string): UseQueryResult<CreditsView> =>
  useQuery({
    queryKey: [ALL, 'credits', classGroupId],
    queryFn: ({ signal }) => api.get<CreditsView>(`/class-groups/${classGroupId}/credits`, { signal }),
    placeholderData: () => undefined,
  });

export interface ReportsKey extends TermOf {
  classGroupId: string;
  occasion: string;
}

export const useReports = ({ classGroupId, ...of }: ReportsKey): UseQueryResult<ReportsView> =>
  useQuery({
    queryKey: [ALL, 'reports', classGroupId, of.schoolYear, of.term, of.occasion],
    queryFn: ({ signal }) =>
      api.get<ReportsView>(`/class-groups/${classGroupId}/quality-reports`, { signal, query: queryOf({ ...of }) }),
    placeholderData: () => undefined,
    refetchOnWindowFocus: false,
  });

export const usePractice = (classGroupId: string): UseQueryResult<PracticeView> =>
  useQuery({
    queryKey: [ALL, 'practice', classGroupId],
    queryFn: ({ signal }) => api.get<PracticeView>(`/class-groups/${classGroupId}/practice`, { signal }),
    placeholderData: () => undefined,
  });

export const useSubjects = (): UseQueryResult<SubjectsView> =>
  useQuery({
    queryKey: [ALL, 'subjects'],
    queryFn: ({ signal }) => api.get<SubjectsView>('/subjects', { signal }),
  });

/** Each throws ApiProblem. */
export function useAssessmentActs() {
  const client = useQueryClient();
  return useMemo(() => {
    const renewed = async <T,>(act: Promise<T>): Promise<T> => {
      const answer = await act;
      await client.invalidateQueries({ queryKey: [ALL] });
      return answer;
    };
    const of = (classGroupId: string) => `/class-groups/${classGroupId}`;
    return {
      saveGrid: (id: string, save: GridSave) => renewed(api.put<GridView>(gridPath(id), save)),
      renew: () => client.invalidateQueries({ queryKey: [ALL] }),
      readWorkbook: ({ classGroupId, ...key }: GridKey, file: File) =>
        uploadFile<{ rows: string[][] }>(
          `${gridPath(classGroupId)}/readings?${new URLSearchParams(queryOf({ ...key }))}`,
          { file },
        ),
      writeReports: (id: string, save: ReportsSave) => renewed(api.put<unknown>(`${of(id)}/quality-reports`, save)),
      signReports: (id: string, wish: SignatureWish) =>
        renewed(api.post<unknown>(`${of(id)}/quality-reports/signatures`, wish)),
      addPractice: (id: string, wish: PracticeWish) => renewed(api.post<unknown>(`${of(id)}/practice`, wish)),
      endPractice: (id: string, end: PracticeEnd) => renewed(api.post<unknown>(`${of(id)}/practice/endings`, end)),
      setSubject: (wish: SubjectWish) => renewed(api.put<unknown>('/subjects', wish)),
    };
  }, [client]);
}

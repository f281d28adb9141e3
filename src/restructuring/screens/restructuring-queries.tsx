/** 取学校变动. */
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from '../../web/api-client.ts';
import type {
  MovedNames,
  PlanView,
  RestructuringList,
  RestructuringMatter,
  SchoolBefore,
} from '../restructuring.api.ts';

export interface Wish {
  schoolId: string;
  matter: RestructuringMatter;
}

/** What was drawn up for the schools of the caller's place. */
export const useRestructurings = (): UseQueryResult<RestructuringList> =>
  useQuery({
    queryKey: ['restructurings', 'list'],
    queryFn: ({ signal }) => api.get<RestructuringList>('/restructurings', { signal }),
  });

/** The school before it is changed. */
export const useSchoolBefore = (id: string): UseQueryResult<SchoolBefore> =>
  useQuery({
    queryKey: ['restructurings', 'school', id],
    queryFn: ({ signal }) => api.get<SchoolBefore>(`/restructurings/schools/${id}`, { signal }),
    enabled: id !== '',
  });

/** What would move, as the wish stands; nothing is asked before it can be read. */
export const useRehearsal = (wish: Wish | undefined): UseQueryResult<PlanView> =>
  useQuery({
    queryKey: ['restructurings', 'preview', wish],
    queryFn: ({ signal }) => api.post<PlanView>('/restructurings/previews', wish, { signal }),
    enabled: wish !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });

/** The plan of a case, anew each time it is looked at. */
export const usePlan = (caseId: string): UseQueryResult<PlanView> =>
  useQuery({
    queryKey: ['restructurings', 'plan', caseId],
    queryFn: ({ signal }) => api.get<PlanView>(`/restructurings/${caseId}/plan`, { signal }),
  });

export interface NamesWish {
  schoolId: string;
  classGroupId: string | null;
  stage: string;
  grade: number;
}

/** Whom a move takes along. */
export const useNames = (wish: NamesWish | undefined): UseQueryResult<MovedNames> =>
  useQuery({
    queryKey: ['restructurings', 'names', wish],
    queryFn: ({ signal }) => api.post<MovedNames>('/restructurings/names', wish, { signal }),
    enabled: wish !== undefined,
  });

export const drawUp = (wish: Wish, opinion: string, idempotencyKey: string): Promise<{ caseId: string }> =>
  api.post('/restructurings', { ...wish, opinion }, { idempotencyKey });

/** 取问题学籍: lists, comparisons and records as the pages ask for them. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from '../../web/api-client.ts';
import type {
  CorrectionOutcome,
  DisputeOpening,
  DisputePage,
  DisputePreview,
  OtherRef,
  OwnRef,
  PairItem,
  RecordsView,
} from '../duplicates.api.ts';

/** Disputes that run, or those that are over; newest first. */
export function useDisputes(side: 'OPEN' | 'ENDED', before: string): UseQueryResult<DisputePage> {
  return useQuery({
    queryKey: ['duplicates', side, before],
    queryFn: ({ signal }) =>
      api.get<DisputePage>('/duplicates', { signal, query: { side, ...(before === '' ? {} : { before }) } }),
  });
}

/** What the nightly search has found and nobody has raised. */
export function usePairs(offset: number): UseQueryResult<{ items: PairItem[]; total: number }> {
  return useQuery({
    queryKey: ['duplicates', 'pairs', offset],
    queryFn: ({ signal }) =>
      api.get<{ items: PairItem[]; total: number }>('/duplicates/pairs', { signal, query: { offset } }),
  });
}

/** Both records of a case, as they are now; each look at another school's is told there, so it is not asked twice. */
export function useRecords(caseId: string, seq: number): UseQueryResult<RecordsView> {
  return useQuery({
    queryKey: ['duplicates', 'records', caseId, seq],
    queryFn: ({ signal }) => api.get<RecordsView>(`/duplicates/${caseId}/records`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
}

/** Both records before anything is opened. Every look counts. */
export function usePreview(own: OwnRef, other: OtherRef | undefined): UseQueryResult<DisputePreview> {
  return useQuery({
    queryKey: ['duplicates', 'preview', own, other],
    queryFn: ({ signal }) => api.post<DisputePreview>('/duplicates/previews', { own, other }, { signal }),
    enabled: other !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
  });
}

/** Looks for one record; every look counts. */
export const findOther = (name: string, number: string): Promise<{ found: { token: string } | null }> =>
  api.post('/duplicates/finds', { name, number });

/** Raises it; answers with the case. */
export const raiseDispute = (body: DisputeOpening, idempotencyKey: string): Promise<{ caseId: string }> =>
  api.post('/duplicates', body, { idempotencyKey });

/** Keeps the right values with the case. */
export const saveCorrection = (caseId: string, values: Record<string, string>): Promise<CorrectionOutcome> =>
  api.put(`/duplicates/${caseId}/correction`, { values });

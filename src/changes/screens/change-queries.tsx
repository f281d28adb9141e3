/** 取学籍异动: the list, what may be done for one student, and previews as the pages ask for them. */
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from '../../web/api-client.ts';
import type { ChangePage, ChangePreview, KindsForStudent } from '../changes.api.ts';
import type { FormValues } from '../form/form.api.ts';

/** Running changes of the reader's place, or those that are over; newest first. */
export function useChanges(side: string, before: string): UseQueryResult<ChangePage> {
  return useQuery({
    queryKey: ['changes', side, before],
    queryFn: ({ signal }) => api.get<ChangePage>('/changes', { signal, query: { side, before } }),
  });
}

/** What may be done for one student now. */
export function useKinds(studentId: string): UseQueryResult<KindsForStudent> {
  return useQuery({
    queryKey: ['changes', 'kinds', studentId],
    queryFn: ({ signal }) => api.get<KindsForStudent>('/changes/kinds', { signal, query: { studentId } }),
    placeholderData: () => undefined,
    gcTime: 0,
  });
}

/** A change as it is filled in so far. */
export interface FilledChange {
  studentId: string;
  kind: string;
  form: FormValues;
}

/** What the law says of the form as it stands; nothing is asked before it is filled in. */
export function useChangePreview(change: FilledChange | undefined): UseQueryResult<ChangePreview> {
  return useQuery({
    queryKey: ['changes', 'preview', change],
    queryFn: ({ signal }) => api.post<ChangePreview>('/changes/previews', change, { signal }),
    enabled: change !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** Hands in; answers with the case. */
export const openChange = (
  body: FilledChange & { opinion?: string },
  idempotencyKey: string,
): Promise<{ caseId: string }> => api.post('/changes', body, { idempotencyKey });

/** Replaces the form while the school has the case. */
export const mendChange = (caseId: string, form: FormValues): Promise<unknown> =>
  api.put(`/changes/${caseId}/form`, { form });

/** 取休学复学: the watch list, one student's standing and previews as the pages ask for them. */
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { api } from '../../web/api-client.ts';
import { useRenewal } from '../../web/presence.ts';
import type { LeavePreview, LeaveStanding, OnLeavePage } from '../leave.api.ts';
import type { LeaveMatter } from '../leave-form.ts';

const RENEW_EVERY_MS = 5 * 60_000;

/** Everybody on leave in the reader's place, who must come back first at the top. */
export function useOnLeave(wanted = true): UseQueryResult<OnLeavePage> {
  return useQuery({
    queryKey: ['leaves', 'watched'],
    queryFn: ({ signal }) => api.get<OnLeavePage>('/leaves', { signal }),
    enabled: wanted,
    refetchInterval: useRenewal(RENEW_EVERY_MS),
  });
}

/** One student beside the form. */
export function useStanding(studentId: string): UseQueryResult<LeaveStanding> {
  return useQuery({
    queryKey: ['leaves', 'standing', studentId],
    queryFn: ({ signal }) => api.get<LeaveStanding>(`/leaves/students/${studentId}`, { signal }),
    placeholderData: () => undefined,
  });
}

/** What the law says of the form as it stands; nothing is asked before the form can be read. */
export function useLeavePreview(
  studentId: string,
  matter: LeaveMatter | undefined,
  asOf: { receivedOn?: CivilDate },
): UseQueryResult<LeavePreview> {
  return useQuery({
    queryKey: ['leaves', 'preview', studentId, matter, asOf],
    queryFn: ({ signal }) => api.post<LeavePreview>('/leaves/previews', { studentId, matter, ...asOf }, { signal }),
    enabled: matter !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** Hands in; answers with the case. */
export const openLeave = (
  body: {
    studentId: string;
    matter: LeaveMatter;
    opinion?: string;
    offline?: { receivedOn: string; reason: string };
    familyRequestId?: string;
  },
  idempotencyKey: string,
): Promise<{ caseId: string }> => api.post('/leaves', body, { idempotencyKey });

/** Replaces the form while the school has the case. */
export const mendLeave = (caseId: string, matter: LeaveMatter): Promise<unknown> =>
  api.put(`/leaves/${caseId}/form`, matter);

/** The school has urged the student to come back. */
export const urgeReturn = (studentId: string, on: string): Promise<unknown> =>
  api.put(`/leaves/students/${studentId}/urging`, { on });

/** The school has reported in writing that urging had no effect. */
export const reportExpired = (studentId: string, body: { on: string; says: string }): Promise<unknown> =>
  api.put(`/leaves/students/${studentId}/report`, body);

/** A receipt has come for it. */
export const receiptReport = (
  studentId: string,
  body: { on: string; number?: string; says: string },
): Promise<unknown> => api.put(`/leaves/students/${studentId}/receipt`, body);

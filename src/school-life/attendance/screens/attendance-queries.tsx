/** 取考勤: registers, sums, requests, slips and who stays away, and the acts on them; every act renews what it changed. */
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../../web/api-client.ts';
import { useRenewal } from '../../../web/presence.ts';
import type {
  AwayDecision,
  AwayRequest,
  AwaysView,
  GateView,
  RegisterView,
  RollCall,
  SchoolDayView,
  SumsView,
} from '../attendance.api.ts';
import type {
  ContactRequest,
  ReceiptRequest,
  ReportRequest,
  TruantStanding,
  TruantsView,
} from '../truancy/truancy.api.ts';

const ALL = 'attendance';
const RENEW_EVERY_MS = 5 * 60_000;

/** The class groups of the school today. */
export const useSchoolDay = (): UseQueryResult<SchoolDayView> =>
  useQuery({
    queryKey: [ALL, 'day'],
    queryFn: ({ signal }) => api.get<SchoolDayView>('/attendance', { signal }),
  });

/** One class group's register; that of another span stays while it comes. */
export const useRegister = (classGroupId: string, from: string, to: string): UseQueryResult<RegisterView> =>
  useQuery({
    queryKey: [ALL, 'register', classGroupId, from, to],
    queryFn: ({ signal }) =>
      api.get<RegisterView>(`/class-groups/${classGroupId}/register`, { signal, query: { from, to } }),
    placeholderData: (before, query) => (query?.queryKey[2] === classGroupId ? before : undefined),
    refetchOnWindowFocus: false,
  });

export const useSums = (classGroupId: string): UseQueryResult<SumsView> =>
  useQuery({
    queryKey: [ALL, 'sums', classGroupId],
    queryFn: ({ signal }) => api.get<SumsView>(`/class-groups/${classGroupId}/attendance-sums`, { signal }),
    placeholderData: () => undefined,
  });

export const useAways = (): UseQueryResult<AwaysView> =>
  useQuery({ queryKey: [ALL, 'away'], queryFn: ({ signal }) => api.get<AwaysView>('/leaves-of-absence', { signal }) });

export const useGate = (): UseQueryResult<GateView> =>
  useQuery({ queryKey: [ALL, 'gate'], queryFn: ({ signal }) => api.get<GateView>('/gate-slips', { signal }) });

/** Who stays away in the reader's place. */
export const useTruants = (wanted = true): UseQueryResult<TruantsView> =>
  useQuery({
    queryKey: [ALL, 'truants'],
    queryFn: ({ signal }) => api.get<TruantsView>('/truancy', { signal }),
    enabled: wanted,
    placeholderData: keepPreviousData,
    refetchInterval: useRenewal(RENEW_EVERY_MS),
  });

export const useTruantStanding = (studentId: string): UseQueryResult<TruantStanding> =>
  useQuery({
    queryKey: [ALL, 'truant', studentId],
    queryFn: ({ signal }) => api.get<TruantStanding>(`/truancy/students/${studentId}`, { signal }),
    placeholderData: () => undefined,
  });

/** Each throws ApiProblem. */
export function useAttendanceActs() {
  const client = useQueryClient();
  return useMemo(() => {
    const renewed = async <T,>(act: Promise<T>): Promise<T> => {
      const answer = await act;
      await client.invalidateQueries({ queryKey: [ALL] });
      return answer;
    };
    return {
      callRoll: (classGroupId: string, call: RollCall) =>
        renewed(api.put<RegisterView>(`/class-groups/${classGroupId}/register`, call)),
      askForLeave: (request: AwayRequest) => renewed(api.post<{ id: string }>('/leaves-of-absence', request)),
      renew: () => client.invalidateQueries({ queryKey: [ALL] }),
      decideLeave: (id: string, decision: AwayDecision) =>
        renewed(api.post<unknown>(`/leaves-of-absence/${id}/decisions`, decision)),
      signSlip: (slip: { studentId: string; reason: string; guardianCalled: boolean }) =>
        renewed(api.post<unknown>('/gate-slips', slip)),
      letGo: (studentId: string) => renewed(api.post<unknown>('/gate-releases', { studentId })),
      logContact: (studentId: string, contact: ContactRequest) =>
        renewed(api.post<unknown>(`/truancy/students/${studentId}/contacts`, contact)),
      report: (studentId: string, report: ReportRequest) =>
        renewed(api.post<unknown>(`/truancy/students/${studentId}/reports`, report)),
      keepReceipt: (id: string, receipt: ReceiptRequest) =>
        renewed(api.put<unknown>(`/written-reports/${id}/receipt`, receipt)),
    };
  }, [client]);
}

export type AttendanceActs = ReturnType<typeof useAttendanceActs>;

/** 取花名册确认. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { StudentPage } from '../../../students/api/students.api.ts';
import { api } from '../../../web/api-client.ts';
import type { ConfirmationList } from '../confirmation.api.ts';

export const useConfirmations = (): UseQueryResult<ConfirmationList> =>
  useQuery({
    queryKey: ['roster-confirmations'],
    queryFn: ({ signal }) => api.get<ConfirmationList>('/roster-confirmations', { signal }),
  });

/** Students of a stage of the school whose name fits what is typed; nothing is asked before anything is typed. */
export const useOnRoster = (
  wish: { schoolId: string; typed: string } | undefined,
): UseQueryResult<{ value: string; words: string }[]> =>
  useQuery({
    queryKey: ['roster-confirmations', 'found', wish],
    enabled: wish !== undefined && wish.typed.trim() !== '',
    queryFn: async ({ signal }) => {
      const query = { schoolId: wish!.schoolId, q: wish!.typed.trim() };
      const { items } = await api.get<StudentPage>('/students', { signal, query });
      return items.map(({ studentId, name, gradeWords }) => ({ value: studentId, words: `${name} ${gradeWords}` }));
    },
  });

export const handIn = (stage: string, idempotencyKey: string): Promise<{ caseId: string }> =>
  api.post('/roster-confirmations', { stage }, { idempotencyKey });
export const recount = (caseId: string): Promise<unknown> => api.put(`/roster-confirmations/${caseId}/roster`);
export const markOutside = (caseId: string, studentIds: readonly string[]): Promise<unknown> =>
  api.put(`/roster-confirmations/${caseId}/outside-rules`, { studentIds });

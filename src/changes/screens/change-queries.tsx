/** 取学籍异动: the list, what may be done for one student, and previews as the pages ask for them. */
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { LeftPage, StudentPage } from '../../students/api/students.api.ts';
import { api } from '../../web/api-client.ts';
import type { ChangePage, ChangePreview, FoundLeft, KindsForStudent } from '../changes.api.ts';
import type { FormValues } from '../form/form.api.ts';

/** Running changes of the reader's place, or those that are over; newest first. */
export function useChanges(side: string, before: string): UseQueryResult<ChangePage> {
  return useQuery({
    queryKey: ['changes', side, before],
    queryFn: ({ signal }) => api.get<ChangePage>('/changes', { signal, query: { side, before } }),
  });
}

/** Whom a change is about; the token stands for a child of another school, found by name and number. */
export interface Whom {
  studentId: string;
  token?: string | undefined;
}

/** What may be done for one student now. */
export function useKinds({ studentId, token }: Whom): UseQueryResult<KindsForStudent> {
  return useQuery({
    queryKey: ['changes', 'kinds', studentId, token],
    queryFn: ({ signal }) =>
      api.get<KindsForStudent>('/changes/kinds', { signal, query: { studentId, ...(token ? { token } : {}) } }),
    placeholderData: () => undefined,
    gcTime: 0,
  });
}

/** A change as it is filled in so far. */
export interface FilledChange extends Whom {
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

/** Students of the school and those who have left it, as far as a line of a search shows them. */
export interface SoughtStudent {
  studentId: string;
  name: string;
  note: string;
}

const SHOWN = 8;

/** Who fits the words: those in school first, then those who have left. Nobody is asked for with no words. */
export function useSought(words: string): UseQueryResult<SoughtStudent[]> {
  return useQuery({
    queryKey: ['changes', 'sought', words],
    queryFn: async ({ signal }) => {
      const [here, left] = await Promise.all([
        api.get<StudentPage>('/students', { signal, query: { q: words, limit: String(SHOWN) } }),
        api.get<LeftPage>('/students/left', { signal, query: { q: words } }),
      ]);
      return [
        ...here.items.map(({ studentId, name, gradeWords, classGroupName, stateWords }) => ({
          ...{ studentId, name },
          note: `${classGroupName ?? gradeWords}，${stateWords}`,
        })),
        ...left.items.slice(0, SHOWN).map(({ studentId, name, leftOn, reasonWords }) => ({
          ...{ studentId, name },
          note: `已离校，${leftOn}${reasonWords}`,
        })),
      ];
    },
    enabled: words !== '',
    placeholderData: keepPreviousData,
  });
}

/** Who has left the reader's place for good, latest first; by the beginning of the name where one is given. */
export function useLeft(name: string, wanted: boolean): UseQueryResult<LeftPage> {
  return useQuery({
    queryKey: ['changes', 'left', name],
    queryFn: ({ signal }) => api.get<LeftPage>('/students/left', { signal, query: { q: name } }),
    enabled: wanted,
    placeholderData: keepPreviousData,
  });
}

/** Looks for one child that left another school; every look counts. */
export const findLeft = (name: string, number: string): Promise<{ child: FoundLeft | null }> =>
  api.post('/changes/finds', { name, number });

/** Hands in; answers with the case. */
export const openChange = (
  body: FilledChange & { opinion?: string },
  idempotencyKey: string,
): Promise<{ caseId: string }> => api.post('/changes', body, { idempotencyKey });

/** Replaces the form while the school has the case. */
export const mendChange = (caseId: string, form: FormValues): Promise<unknown> =>
  api.put(`/changes/${caseId}/form`, { form });

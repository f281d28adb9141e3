/** 取学生: the lists and records as pages ask for them. */
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, uploadFile } from '../../web/api-client.ts';
import type { Areas, RegistrationForm } from '../api/form.api.ts';
import type { ListFilters, StudentPage, StudentView, UpdateAnswer, Viewer } from '../api/students.api.ts';

const ALL = 'students';
const FOREVER = Number.POSITIVE_INFINITY;

/** What a list is narrowed by, as the address has it; empty text narrows nothing. */
export interface RosterQuery {
  q: string;
  county: string;
  schoolId: string;
  grade: string;
  classGroupId: string;
  state: string;
  /** Place in the list. */
  after: string;
}

const rosterQuery = (query: RosterQuery) => ({
  queryKey: [ALL, 'list', query],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.get<StudentPage>('/students', { signal, query: { ...query } }),
});

/** One page of a list. */
export const useRoster = (query: RosterQuery): UseQueryResult<StudentPage> => useQuery(rosterQuery(query));

/** Fetches the page that will probably be turned to, so that it is there at once. */
export function useFetchAhead(): (query: RosterQuery) => void {
  const client = useQueryClient();
  return useCallback((query) => void client.prefetchQuery(rosterQuery(query)), [client]);
}

/** What a list can be narrowed by. */
export function useListFilters(county: string, schoolId: string): UseQueryResult<ListFilters> {
  return useQuery({
    queryKey: [ALL, 'filters', county, schoolId],
    queryFn: ({ signal }) => api.get<ListFilters>('/students/filters', { signal, query: { county, schoolId } }),
    staleTime: 5 * 60_000,
  });
}

const studentKey = (id: string) => [ALL, 'one', id];
const viewersKey = (id: string) => [ALL, 'viewers', id];

/**
 * One record. Each time it is fetched somebody has looked: so it is fetched when a person opens the page, and neither
 * when the window is looked at again nor in place of another student's.
 */
export function useStudent(id: string): UseQueryResult<StudentView> {
  return useQuery({
    queryKey: studentKey(id),
    queryFn: ({ signal }) => api.get<StudentView>(`/students/${id}`, { signal }),
    staleTime: FOREVER,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    placeholderData: () => undefined,
  });
}

/** Who looked, the reader of this minute included: asked only after the record itself has come. */
export function useViewers(id: string, ready: boolean): UseQueryResult<{ items: Viewer[] }> {
  return useQuery({
    queryKey: viewersKey(id),
    queryFn: ({ signal }) => api.get<{ items: Viewer[] }>(`/students/${id}/viewers`, { signal }),
    enabled: ready,
    placeholderData: () => undefined,
  });
}

/** The acts on one record. Each throws ApiProblem, and shows what it changed without asking for the record again. */
export function useStudentActs(id: string) {
  const client = useQueryClient();
  const looked = useCallback(() => client.invalidateQueries({ queryKey: viewersKey(id) }), [client, id]);
  const show = useCallback((view: StudentView) => client.setQueryData(studentKey(id), view), [client, id]);
  return {
    reveal: useCallback(
      async (field: string, reason: string) => {
        const { value } = await api.post<{ value: string }>(`/students/${id}/reveals`, { field, reason });
        void looked();
        return value;
      },
      [id, looked],
    ),
    /** Keep the key with what was typed, so that trying again after a broken line changes nothing twice. */
    save: useCallback(
      async (values: Record<string, string>, version: number, idempotencyKey: string) => {
        const answer = await api.patch<UpdateAnswer>(`/students/${id}/items`, { values, version }, { idempotencyKey });
        if (answer.student) show(answer.student);
        void looked();
        return answer;
      },
      [id, looked, show],
    ),
    setPhoto: useCallback(
      async (file: Blob, onProgress: (part: number) => void) => {
        const { photoId } = await uploadFile<{ photoId: string }>(`/students/${id}/photo`, {
          file,
          name: 'photo.jpg',
          onProgress,
        });
        client.setQueryData<StudentView>(studentKey(id), (held) => held && { ...held, photoId });
        void looked();
      },
      [client, id, looked],
    ),
  };
}
export type StudentActs = ReturnType<typeof useStudentActs>;

/** The form with its code tables; the same for everybody and all day. */
export function useRegistrationForm(wanted = true): UseQueryResult<RegistrationForm> {
  return useQuery({
    queryKey: [ALL, 'form'],
    queryFn: ({ signal }) => api.get<RegistrationForm>('/students/fields', { signal }),
    staleTime: FOREVER,
    gcTime: FOREVER,
    enabled: wanted,
  });
}

/** Every place down to the county; fetched when a form first asks for a place. */
export function useAreas(wanted: boolean): UseQueryResult<Areas> {
  return useQuery({
    queryKey: [ALL, 'areas'],
    queryFn: ({ signal }) => api.get<Areas>('/students/areas', { signal }),
    staleTime: FOREVER,
    gcTime: FOREVER,
    enabled: wanted,
  });
}

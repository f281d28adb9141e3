/** 取班级: class groups, their students, the unplaced, and the acts on them; every act renews what it changed. */
import {
  keepPreviousData,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../web/api-client.ts';
import type {
  ChangedGroups,
  ClassGroupChanges,
  ClassGroupsView,
  ClassRosterView,
  UnplacedPage,
  UnplacedView,
} from '../placements.api.ts';

const ALL = 'class-groups';

/** The left side: class groups and who is unplaced, on a day ('' is today). */
export function useClassGroups(schoolId: string, on: string): UseQueryResult<ClassGroupsView> {
  return useQuery({
    queryKey: [ALL, 'school', schoolId, on],
    queryFn: ({ signal }) => api.get<ClassGroupsView>(`/schools/${schoolId}/class-groups`, { signal, query: { on } }),
    enabled: schoolId !== '',
    placeholderData: keepPreviousData,
  });
}

/** The students of one class group on a day. Nobody of another class group stands in for them while they come. */
export function useClassRoster(classGroupId: string, on: string): UseQueryResult<ClassRosterView> {
  return useQuery({
    queryKey: [ALL, 'roster', classGroupId, on],
    queryFn: ({ signal }) =>
      api.get<ClassRosterView>(`/class-groups/${classGroupId}/roster`, { signal, query: { on } }),
    placeholderData: (before, query) => (query?.queryKey[2] === classGroupId ? before : undefined),
  });
}

const UNPLACED_AT_ONCE = 200;

/** The unplaced of one intake, by name, page after page. */
export function useUnplaced(schoolId: string, { stage, grade, intakeYear }: UnplacedView, on: string) {
  return useInfiniteQuery({
    queryKey: [ALL, 'unplaced', schoolId, stage, grade, intakeYear, on],
    initialPageParam: '',
    queryFn: ({ pageParam: after, signal }) =>
      api.get<UnplacedPage>(`/schools/${schoolId}/unplaced`, {
        signal,
        query: { stage, grade, intakeYear, on, after, limit: UNPLACED_AT_ONCE },
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: () => undefined,
  });
}

/** What was done to a class group. */
export function useChanges(classGroupId: string): UseQueryResult<ClassGroupChanges> {
  return useQuery({
    queryKey: [ALL, 'changes', classGroupId],
    queryFn: ({ signal }) => api.get<ClassGroupChanges>(`/class-groups/${classGroupId}/changes`, { signal }),
  });
}

/** The acts of this page; each throws ApiProblem and renews everything about class groups when it is done. */
export function useClassActs(schoolId: string) {
  const client = useQueryClient();
  const renewed = useCallback(
    async <T,>(act: Promise<T>): Promise<T> => {
      try {
        return await act;
      } finally {
        await client.invalidateQueries({ queryKey: [ALL] });
      }
    },
    [client],
  );
  const at = `/schools/${schoolId}`;
  return {
    place: (classGroupId: string, studentIds: readonly string[], reason?: string) =>
      renewed(api.post<ChangedGroups>(`${at}/placements`, { assignments: [{ classGroupId, studentIds }], reason })),
    move: (moving: {
      studentIds: readonly string[];
      fromClassGroupId: string;
      toClassGroupId: string | null;
      reason: string;
    }) => renewed(api.post<ChangedGroups>(`${at}/class-group-moves`, moving)),
    numberSeats: (classGroupId: string, order: string) =>
      renewed(api.post<{ changed: number }>(`/class-groups/${classGroupId}/seat-numbers`, { order })),
    review: (body: { stage: string; intakeYear: number; opinion: string }) =>
      renewed(api.post<unknown>(`${at}/placement-reviews`, body)),
    merge: (intoId: string, fromId: string, reason: string) =>
      renewed(api.post<ChangedGroups>(`/class-groups/${intoId}/merge`, { fromClassGroupIds: [fromId], reason })),
    split: (classGroupId: string, parts: number, reason: string) =>
      renewed(api.post<ChangedGroups>(`/class-groups/${classGroupId}/split`, { parts, reason })),
    open: (openings: readonly { grade: number; count: number; withGrades?: readonly number[] }[]) =>
      renewed(api.post<unknown>(`/institutions/${schoolId}/class-groups`, { openings })),
  };
}

export type ClassActs = ReturnType<typeof useClassActs>;

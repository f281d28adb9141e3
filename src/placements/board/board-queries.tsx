/** 取分班方案: the board and the acts on it; each act answers with the board as it then is. */
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ApiProblem, api } from '../../web/api-client.ts';
import type { PlanLines, PlanView, WishInput } from '../plan/plan.api.ts';

const ALL = 'class-plans';

/** The board. */
export function usePlan(planId: string): UseQueryResult<PlanView> {
  return useQuery({
    queryKey: [ALL, 'plan', planId],
    queryFn: ({ signal }) => api.get<PlanView>(`/class-plans/${planId}`, { signal }),
    placeholderData: (before) => (before?.id === planId ? before : undefined),
  });
}

/** The plans of a school, where the reader may see them. */
export function usePlans(schoolId: string, enabled: boolean): UseQueryResult<PlanLines> {
  return useQuery({
    queryKey: [ALL, 'school', schoolId],
    queryFn: ({ signal }) => api.get<PlanLines>(`/schools/${schoolId}/class-plans`, { signal }),
    enabled: enabled && schoolId !== '',
  });
}

/** Draws up a plan for the unplaced of an intake; gives its id. */
export function useMakePlan(schoolId: string) {
  const client = useQueryClient();
  return async (intake: { stage: string; grade: number; intakeYear: number }): Promise<string> => {
    const plan = await api.post<PlanView>(`/schools/${schoolId}/class-plans`, intake);
    client.setQueryData([ALL, 'plan', plan.id], plan);
    await client.invalidateQueries({ queryKey: [ALL, 'school'] });
    return plan.id;
  };
}

/** The acts on one plan; each throws ApiProblem. Where somebody was quicker, the board is fetched anew. */
export function usePlanActs(plan: Pick<PlanView, 'id' | 'version'>) {
  const client = useQueryClient();
  const { id, version } = plan;
  const act = useCallback(
    async (method: 'post' | 'put', path: string, body: Record<string, unknown> = {}) => {
      try {
        const next = await api[method]<PlanView>(`/class-plans/${id}/${path}`, { version, ...body });
        client.setQueryData([ALL, 'plan', id], next);
        return next;
      } catch (thrown) {
        if (thrown instanceof ApiProblem && thrown.status === 409) {
          await client.invalidateQueries({ queryKey: [ALL, 'plan', id] });
        }
        throw thrown;
      }
    },
    [client, id, version],
  );
  return {
    redraw: (reason: string) => act('post', 'draws', { reason }),
    adjust: (studentId: string, toClassGroupId: string, reason: string) =>
      act('post', 'adjustments', { studentId, toClassGroupId, reason }),
    undo: () => act('post', 'adjustments/undo'),
    setWishes: (wishes: readonly WishInput[]) => act('put', 'wishes', { wishes }),
    drawTeachers: () => act('post', 'teacher-draw'),
    submit: (opinion?: string) => act('post', 'submission', opinion === undefined ? {} : { opinion }),
    discard: (reason: string) => act('post', 'discard', { reason }),
  };
}

export type PlanActs = ReturnType<typeof usePlanActs>;

/** 取招生计划. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from '../../../../web/api-client.ts';
import type { PlanList, PlanProposal } from '../admission-plans.api.ts';

export const usePlans = (): UseQueryResult<PlanList> =>
  useQuery({
    queryKey: ['admission-plans'],
    queryFn: ({ signal }) => api.get<PlanList>('/admission-plans', { signal }),
  });

/** Draws the plans up; answers with their case. */
export const proposePlans = (proposal: PlanProposal, idempotencyKey: string): Promise<{ caseId: string }> =>
  api.post('/admission-plans', proposal, { idempotencyKey });

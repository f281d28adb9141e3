/** 取地方设定. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from '../../web/api-client.ts';
import type { Proposal, SettingsView } from '../local-settings.api.ts';

/** What the own place has set and may set, by the law of a day ('' is today). */
export function useLocalSettings(on: string): UseQueryResult<SettingsView> {
  return useQuery({
    queryKey: ['local-settings', on],
    queryFn: ({ signal }) => api.get<SettingsView>('/local-settings', { signal, query: { on } }),
  });
}

/** Draws up a setting; answers with its case. */
export const proposeSetting = (proposal: Proposal, idempotencyKey: string): Promise<{ caseId: string }> =>
  api.post<{ caseId: string }>('/local-settings', proposal, { idempotencyKey });

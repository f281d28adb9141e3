/** 家长申请取数. */
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../web/api-client.ts';
import type { Answered, OfficeDetail, OfficePage } from '../../requests/requests.api.ts';

/** What waits, or everything. */
export const useRequests = (shown: 'OPEN' | 'ALL', enabled = true): UseQueryResult<OfficePage> =>
  useQuery({
    queryKey: ['family-requests', shown],
    queryFn: ({ signal }) => api.get<OfficePage>('/family-requests', { signal, query: { shown } }),
    enabled,
  });

/** One request; asking for it stands in the child's trail. */
export const useRequest = (id: string): UseQueryResult<OfficeDetail> =>
  useQuery({
    queryKey: ['family-requests', 'one', id],
    queryFn: ({ signal }) => api.get<OfficeDetail>(`/family-requests/${id}`, { signal }),
    refetchOnWindowFocus: false,
  });

export const answerRequest = (
  id: string,
  body: { accept: boolean; opinion: string; basis?: string },
): Promise<Answered> => api.post(`/family-requests/${id}/answer`, body);

export function useRenewRequests(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['family-requests'] });
}

/** 取档案转接: lists, one file, and the two acts. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api, newIdempotencyKey } from '../../../web/api-client.ts';
import { useRenewal } from '../../../web/presence.ts';
import type { HandOverPage, HandOverView } from '../../hand-over/hand-over.api.ts';
import type { FileReceipt, FileSending } from '../../hand-over/hand-over-form.ts';

const RENEW_EVERY_MS = 5 * 60_000;

/** Files on their way from the reader's place or to it. */
export function useHandOvers(side: string, wanted = true): UseQueryResult<HandOverPage> {
  return useQuery({
    queryKey: ['file-hand-overs', side],
    queryFn: ({ signal }) => api.get<HandOverPage>('/file-hand-overs', { signal, query: { side } }),
    enabled: wanted,
    refetchInterval: useRenewal(RENEW_EVERY_MS),
  });
}

/** The file of one case. */
export function useHandOver(caseId: string, wanted = true): UseQueryResult<HandOverView> {
  return useQuery({
    queryKey: ['file-hand-overs', 'case', caseId],
    queryFn: ({ signal }) => api.get<HandOverView>(`/transfers/${caseId}/file`, { signal }),
    enabled: wanted,
  });
}

export const sendFile = (caseId: string, body: FileSending): Promise<unknown> =>
  api.post(`/transfers/${caseId}/file/sending`, body, { idempotencyKey: newIdempotencyKey() });

export const receiveFile = (caseId: string, body: FileReceipt): Promise<unknown> =>
  api.post(`/transfers/${caseId}/file/receipt`, body, { idempotencyKey: newIdempotencyKey() });

/** The receipt in a window of its own. */
export const printReceipt = (caseId: string): void =>
  void window.open(`/api/transfers/${caseId}/file/receipt.pdf`, '_blank', 'noopener');

/** 取档案转接: lists, one file, and the two acts. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api, newIdempotencyKey } from '../../web/api-client.ts';
import { useRenewal } from '../../web/presence.ts';
import type { HandOverPage, HandOverView, Scan } from '../hand-over.api.ts';
import type { FileReceipt, FileReceipts } from '../hand-over-form.ts';
import type { Parcel } from './sending/parcel.screen.ts';

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

/** The file of one case about one student. */
export function useHandOverOfCase(caseId: string): UseQueryResult<HandOverView> {
  return useQuery({
    queryKey: ['file-hand-overs', 'case', caseId],
    queryFn: ({ signal }) => api.get<HandOverView>(`/cases/${caseId}/file-hand-over`, { signal }),
  });
}

/** One file on its way. */
export function useHandOver(id: string): UseQueryResult<HandOverView> {
  return useQuery({
    queryKey: ['file-hand-overs', 'one', id],
    queryFn: ({ signal }) => api.get<HandOverView>(`/file-hand-overs/${id}`, { signal }),
  });
}

/** What a scanned folder is to this school. */
export const scanCode = (code: string): Promise<Scan> => api.post<Scan>('/file-hand-overs/scans', { code });

/** One parcel of one file or several. */
export const sendFiles = (body: Parcel & { files: { id: string; pages: number }[] }): Promise<unknown> =>
  api.post('/file-hand-overs/sendings', body, { idempotencyKey: newIdempotencyKey() });

export const receiveFiles = (body: FileReceipts): Promise<unknown> =>
  api.post('/file-hand-overs/receipts', body, { idempotencyKey: newIdempotencyKey() });

export const receiveFile = (id: string, body: FileReceipt): Promise<unknown> =>
  api.post(`/file-hand-overs/${id}/receipt`, body, { idempotencyKey: newIdempotencyKey() });

/** The receipt in a window of its own. */
export const printReceipt = (id: string): void =>
  void window.open(`/api/file-hand-overs/${id}/receipt.pdf`, '_blank', 'noopener');

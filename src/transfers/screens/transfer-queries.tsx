/** 取转学: lists, choices and previews as the pages ask for them. */
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from '../../web/api-client.ts';
import type { TakenUp } from '../invitations/invitations.api.ts';
import type { FoundChild, TransferChoices, TransferForm, TransferPage, TransferPreview } from '../transfers.api.ts';

/** Transfers into the reader's place or out of it, newest first. */
export function useTransfers(side: string, before: string): UseQueryResult<TransferPage> {
  return useQuery({
    queryKey: ['transfers', side, before],
    queryFn: ({ signal }) => api.get<TransferPage>('/transfers', { signal, query: { side, before } }),
  });
}

/** The words of grounds, moves and papers; they do not change while a page is open. */
export function useChoices(): UseQueryResult<TransferChoices> {
  return useQuery({
    queryKey: ['transfer-choices'],
    queryFn: ({ signal }) => api.get<TransferChoices>('/transfers/choices', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What the law says of the form as it stands; nothing is asked before a ground is chosen. */
export function usePreview(
  token: string,
  form: TransferForm | undefined,
  asOf: { receivedOn?: string },
): UseQueryResult<TransferPreview> {
  return useQuery({
    queryKey: ['transfer-preview', token, form, asOf],
    queryFn: ({ signal }) => api.post<TransferPreview>('/transfers/previews', { token, form, ...asOf }, { signal }),
    enabled: form !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** The child of a wish, and what the family said; asked once, for each look is on the trail. */
export function useTakenUp(invitation: string): UseQueryResult<TakenUp> {
  return useQuery({
    queryKey: ['taken-up', invitation],
    queryFn: () => api.post<TakenUp>(`/transfer-invitations/${invitation}/taking-up`, {}),
    enabled: invitation !== '',
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** Looks for one child; every look counts. */
export const findChild = (name: string, number: string): Promise<{ child: FoundChild | null }> =>
  api.post('/transfers/finds', { name, number });

/** Hands in; answers with the case. */
export const openTransfer = (
  body: {
    token: string;
    form: TransferForm;
    opinion?: string;
    offline?: { receivedOn: string; reason: string };
    invitationId?: string;
  },
  idempotencyKey: string,
): Promise<{ caseId: string }> => api.post('/transfers', body, { idempotencyKey });

/** Replaces the form while the school has the case. */
export const mendTransfer = (caseId: string, form: TransferForm): Promise<unknown> =>
  api.put(`/transfers/${caseId}/form`, form);

/** 取转学意愿: lists, and every act on a wish. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api, newIdempotencyKey } from '../../../web/api-client.ts';
import { useRenewal } from '../../../web/presence.ts';
import type { InvitationPage } from '../../invitations/invitations.api.ts';
import type { InvitationInput } from '../../transfer-form.ts';

const RENEW_EVERY_MS = 5 * 60_000;
const AT = '/transfer-invitations';

/** Wishes told to the schools of the reader's place, or recorded by them. */
export function useInvitations(side: 'IN' | 'OUT', wanted = true): UseQueryResult<InvitationPage> {
  return useQuery({
    queryKey: ['transfer-invitations', side],
    queryFn: ({ signal }) => api.get<InvitationPage>(AT, { signal, query: { side } }),
    enabled: wanted,
    refetchInterval: useRenewal(RENEW_EVERY_MS),
  });
}

const fresh = () => ({ idempotencyKey: newIdempotencyKey() });

export const invite = (body: InvitationInput): Promise<{ id: string }> => api.post(AT, body, fresh());
export const withdraw = (id: string): Promise<unknown> => api.post(`${AT}/${id}/withdrawal`, {});
export const decline = (id: string, reason: string, opinion: string): Promise<unknown> =>
  api.post(`${AT}/${id}/refusal`, { reason, opinion }, fresh());
export const arrange = (id: string, toSchoolId: string): Promise<unknown> =>
  api.post(`${AT}/${id}/arrangement`, { toSchoolId }, fresh());

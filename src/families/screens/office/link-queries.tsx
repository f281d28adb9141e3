/** 家长链接取数. */
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { api } from '../../../web/api-client.ts';
import type { SignedForm } from '../../form/form.api.ts';
import type { LinksPage, MadeSheet, Making } from '../../links/links.api.ts';

interface Groups {
  classGroups: { id: string; name: string }[];
}

/** The class groups of the school; of a class teacher the own ones. */
export function useOwnGroups(): UseQueryResult<Groups> {
  const { institution } = useSession();
  return useQuery({
    queryKey: ['family-links', 'groups', institution.id],
    queryFn: ({ signal }) => api.get<Groups>(`/schools/${institution.id}/class-groups`, { signal }),
  });
}

/** Links and signatures of a class group. */
export const useLinks = (groupId: string): UseQueryResult<LinksPage> =>
  useQuery({
    queryKey: ['family-links', groupId],
    queryFn: ({ signal }) => api.get<LinksPage>(`/class-groups/${groupId}/family-links`, { signal }),
    enabled: groupId !== '',
  });

/** What one guardian signed. */
export const useSigned = (studentId: string, signatureId: string): UseQueryResult<SignedForm> =>
  useQuery({
    queryKey: ['family-links', 'signed', studentId, signatureId],
    queryFn: ({ signal }) => api.get<SignedForm>(`/students/${studentId}/family-signatures/${signatureId}`, { signal }),
  });

/** Hands links out; their secrets are in the answer and nowhere else. */
export const makeLinks = (body: Making): Promise<MadeSheet> => api.post('/family-links', body);

export const revokeLink = (studentId: string, id: string): Promise<unknown> =>
  api.post(`/students/${studentId}/family-links/${id}/revocation`);

export const checkSigned = (studentId: string, signatureId: string): Promise<unknown> =>
  api.post(`/students/${studentId}/family-signatures/${signatureId}/check`);

/** Fetches what is shown anew after an act. */
export function useRenewLinks(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['family-links'] });
}

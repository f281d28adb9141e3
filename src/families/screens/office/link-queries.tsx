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

/** Whose links: a class group's, an import's, or those of the children who were put forward one by one. */
export type LinksOf = { classGroupId: string } | { importId: string } | { alone: true };

/** Links and signatures of a class group, or of entrants who are not in one yet. */
export const useLinks = (of: LinksOf | undefined): UseQueryResult<LinksPage> =>
  useQuery({
    queryKey: ['family-links', 'list', of],
    queryFn: ({ signal }) =>
      of && 'classGroupId' in of
        ? api.get<LinksPage>(`/class-groups/${of.classGroupId}/family-links`, { signal })
        : api.get<LinksPage>('/entrants/family-links', {
            signal,
            query: { importId: of && 'importId' in of ? of.importId : '' },
          }),
    enabled: of !== undefined,
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

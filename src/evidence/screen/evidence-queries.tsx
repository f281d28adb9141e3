/** 取佐证材料. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, fetchFile, uploadFile } from '../../web/api-client.ts';
import type { EvidenceView } from '../evidence.api.ts';

const addressOf = (caseId: string, more = '') => `/cases/${caseId}/evidence${more}`;

/** The papers of a case; asked anew with it after every act. */
export function useEvidence(caseId: string): UseQueryResult<EvidenceView> {
  return useQuery({
    queryKey: ['evidence', caseId],
    queryFn: ({ signal }) => api.get<EvidenceView>(addressOf(caseId), { signal }),
    placeholderData: () => undefined,
  });
}

export interface Sent {
  paper: string;
  what: string;
  replaces?: string | undefined;
}

/** Sends one file as a paper of the case. */
export function sendPaper(
  caseId: string,
  { paper, what, replaces }: Sent,
  file: File,
  onProgress: (part: number) => void,
): Promise<{ id: string }> {
  const query = new URLSearchParams({ paper, what, ...(replaces ? { replaces } : {}) });
  return uploadFile<{ id: string }>(addressOf(caseId, `?${query}`), { file, onProgress });
}

export const withdrawPaper = (caseId: string, id: string): Promise<unknown> => api.delete(addressOf(caseId, `/${id}`));

export const returnPaper = (caseId: string, id: string, reason: string): Promise<unknown> =>
  api.post(addressOf(caseId, `/${id}/returns`), { reason });

/** The bytes of one paper, fetched once for as long as it is looked at: every fetching is told in the trail. */
export function usePaper(caseId: string, id: string): { blob?: Blob; problem?: unknown } {
  const [state, setState] = useState<{ of: string; blob?: Blob; problem?: unknown }>({ of: '' });
  useEffect(() => {
    const aborter = new AbortController();
    fetchFile(addressOf(caseId, `/${id}`), { signal: aborter.signal }).then(
      (blob) => setState({ of: id, blob }),
      (problem: unknown) => !aborter.signal.aborted && setState({ of: id, problem }),
    );
    return () => aborter.abort();
  }, [caseId, id]);
  return state.of === id ? state : {};
}

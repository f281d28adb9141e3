/** 取证书、存根、学历证明. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from '../../../web/api-client.ts';
import type { BatchView, Candidates, CertificateOverview, Stub } from '../certificates.api.ts';
import type { AcademicProofs, FormerStudents, ProofPreview } from '../proofs.api.ts';

const KEY = 'certificates';

export const useCertificates = (year: string): UseQueryResult<CertificateOverview> =>
  useQuery({
    queryKey: [KEY, 'overview', year],
    queryFn: ({ signal }) =>
      api.get<CertificateOverview>('/certificates', { signal, ...(year ? { query: { year } } : {}) }),
  });

export const useBatch = (id: string): UseQueryResult<BatchView> =>
  useQuery({
    queryKey: [KEY, 'batch', id],
    queryFn: ({ signal }) => api.get<BatchView>(`/certificate-batches/${id}`, { signal }),
  });

/** Whom a case would number; nothing once it has. */
export const useCandidates = (caseId: string | undefined): UseQueryResult<Candidates> =>
  useQuery({
    queryKey: [KEY, 'candidates', caseId],
    enabled: caseId !== undefined,
    queryFn: ({ signal }) => api.get<Candidates>(`/cases/${caseId}/certificate-candidates`, { signal }),
  });

/** Nothing is asked before anything is typed. */
export const useStubs = (typed: string): UseQueryResult<{ items: Stub[] }> =>
  useQuery({
    queryKey: [KEY, 'stubs', typed],
    enabled: typed !== '',
    queryFn: ({ signal }) => api.get<{ items: Stub[] }>('/certificates/stubs', { signal, query: { q: typed } }),
  });

export const useStudentCertificates = (studentId: string): UseQueryResult<{ items: Stub[] }> =>
  useQuery({
    queryKey: [KEY, 'student', studentId],
    queryFn: ({ signal }) => api.get<{ items: Stub[] }>(`/students/${studentId}/certificates`, { signal }),
  });

export const useProofs = (): UseQueryResult<AcademicProofs> =>
  useQuery({
    queryKey: [KEY, 'proofs'],
    queryFn: ({ signal }) => api.get<AcademicProofs>('/academic-proofs', { signal }),
  });

export const useFormerStudents = (typed: string): UseQueryResult<FormerStudents> =>
  useQuery({
    queryKey: [KEY, 'former', typed],
    enabled: typed !== '',
    queryFn: ({ signal }) => api.get<FormerStudents>('/former-students', { signal, query: { q: typed } }),
  });

/** What the law says to a wish of a former student. */
export interface ProofAsked {
  studentId: string;
  stage: string;
  asks: string;
  earlierProofs: number;
}

export const useProofPreview = (asked: ProofAsked): UseQueryResult<ProofPreview> =>
  useQuery({
    queryKey: [KEY, 'preview', asked],
    queryFn: ({ signal }) =>
      api.get<ProofPreview>('/academic-proofs/preview', {
        signal,
        query: { ...asked, earlierProofs: String(asked.earlierProofs) },
      }),
  });

/** Everything of certificates is asked for anew. */
export const CERTIFICATE_KEYS = { queryKey: [KEY] };

/** Papers open beside the page. */
export const openPaper = (path: string): void => void window.open(`/api${path}`, '_blank', 'noopener');

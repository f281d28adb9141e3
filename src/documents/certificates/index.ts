/** 证书的门. */
export { batchKind } from './batch/batch-case.ts';
export { ACADEMIC_PROOF, CERTIFICATE_BATCH } from './certificate.ts';
export { certificateRoutes } from './certificates.routes.ts';
export { withGraduationUndone } from './handing/with-graduation-undone.ts';
export { type CertificatePaper, MOST_CERTIFICATES, printCertificates } from './printing/certificate-paper.ts';
export { type GraduateRoster, MOST_GRADUATES, printGraduateRoster } from './printing/graduate-roster.ts';
export { type AcademicProofPaper, printAcademicProof } from './printing/proof-paper.ts';
export { proofKind } from './proof/proof-case.ts';
export { proofRoutes } from './proofs.routes.ts';

/** 打印件: rosters and registration cards as papers and workbooks, and the code by which a printed copy is verified. */

export { cardForPackage } from './cards/card-for-package.ts';
export {
  type CardChange,
  type CardGuardian,
  type CardHistoryEntry,
  type CardPerson,
  type CardRegistration,
  MOST_CARDS,
  type PrintedCards,
  printRegistrationCards,
  type RegistrationCard,
} from './cards/registration-card.ts';
export { casePaperRoutes } from './case-papers/case-papers.routes.ts';
export {
  ACADEMIC_PROOF,
  type AcademicProofPaper,
  batchKind,
  CERTIFICATE_BATCH,
  type CertificatePaper,
  certificateRoutes,
  type GraduateRoster,
  MOST_CERTIFICATES,
  MOST_GRADUATES,
  printAcademicProof,
  printCertificates,
  printGraduateRoster,
  proofKind,
  proofRoutes,
  withGraduationUndone,
} from './certificates/index.ts';
export { documentRoutes } from './documents.routes.ts';
export { folderRoutes } from './folders/folders.routes.ts';
export { formRoutes } from './forms/forms.routes.ts';
export { makePrintRuns } from './forms/runs/print-runs.ts';
export { wordingRoutes } from './forms/wording/wording.routes.ts';
export { PAPER_KINDS, type PaperKind, type Told } from './issued/paper-kinds.ts';
export { studentPaperRoutes } from './issued/papers/papers.routes.ts';
export {
  type IssuedProof,
  issueProofOfRegistration,
  type ProofOrder,
  printProof,
} from './issued/proof/issue-proof.ts';
export { proofBody } from './issued/proof/proof.api.ts';
export { PROOF_DAYS, PROOF_ITEMS, type ProofItem } from './issued/proof/proof-words.api.ts';
export {
  type PaperToRegister,
  type RegisteredPaper,
  registerPaper,
  registerPapers,
  rememberFile,
} from './issued/register-paper.ts';
export { revokePaper } from './issued/revoke-paper.ts';
export {
  displayVerificationCode,
  readVerificationCode,
  VERIFICATION_CODE_BYTES,
  verificationCode,
} from './issued/verification-code.ts';
export { type IssuedPaper, issuedPaperShape } from './issued/verify.api.ts';
export { verifyRoutes } from './issued/verify.routes.ts';
export { listIssuedPapers } from './issued/verify-paper.ts';
export type { PrintMark } from './print-mark.ts';
export type { Typeset } from './printing/typesetter.ts';
export { openPrinter, type Printer, type PrintHouse, type PrintOptions } from './printing/typst-printer.ts';
export {
  type ClassRoster,
  countBySex,
  MOST_STUDENTS,
  printClassRoster,
  printSchoolRoster,
  type SexCounts,
} from './rosters/class-roster.ts';
export type { RosterEntry } from './rosters/roster-columns.ts';
export { rosterWorkbook } from './rosters/roster-workbook.ts';
export { printWithOwn } from './styles/own/print-with-own.ts';
export { templateRoutes } from './styles/own/templates.routes.ts';
export { styleRoutes } from './styles/styles.routes.ts';

/** 学历证明: what stands instead of a lost certificate, for whom the registry knows to have ended the stage at the school. */
import type { Outcome } from '../../../graduation/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Stage } from '../../../policy/index.ts';

/** 办理原因. */
export const PROOF_GROUNDS = { LOST: '毕业证书遗失', DAMAGED: '毕业证书损坏' } as const;
export type ProofGround = keyof typeof PROOF_GROUNDS;

/** Somebody whose stage ended at a school. */
export interface FormerStudent {
  studentId: string;
  name: string;
  gender: string;
  bornOn: CivilDate;
  stage: Stage;
  outcome: Outcome;
  studiedFrom: CivilDate;
  studiedTo: CivilDate;
  photoId: string | null;
  /** Of the certificate that this registry knows of; null for those of years before it. */
  certificateNumber: string | null;
  proofs: number;
}

/** What a case of an academic proof holds. */
export interface ProofData {
  studentId: string;
  name: string;
  schoolName: string;
  stage: Stage;
  outcome: Outcome;
  /** 学历证明书 in Sichuan, 证明信 of a school's own text. */
  proofName: string;
  ground: ProofGround;
  purpose: string;
  certificateNumber: string | null;
  /** 纸质台账上已出具的次数: before this registry. */
  earlierProofs: number;
  done?: { on: CivilDate; number: string; proofId: string };
}

/** 学历证明存根. */
export interface AcademicProof extends Omit<FormerStudent, 'proofs'> {
  id: string;
  caseId: string;
  path: string;
  schoolId: string;
  number: string;
  /** 第几次. */
  ordinal: number;
  issuedOn: CivilDate;
  sealed: Buffer;
}

/** 新生: a child put forward for registration, from the first keystroke or workbook row to the decision. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';

/** 核对结果: one thing found on one item, by validation, by the duplicate check or by the law. */
export interface EntrantFinding {
  /** Path of the item (`identityNumber`, `guardians.0.phone`); empty where it concerns the record as a whole. */
  field: string;
  severity: 'red' | 'amber';
  code: string;
  cause: string;
  sentence: string;
  remedy: string;
  at?: readonly [number, number] | undefined;
  /** The text that cures it mechanically; of a classified item it is not kept, only that there is one. */
  proposal?: string | undefined;
  curable?: true | undefined;
  /** A person has looked at it and let it stand. */
  confirmed?: true | undefined;
  /** The article, where the law says it. */
  chip?: string | undefined;
  /** For a suspicion: the other record. */
  studentId?: string | undefined;
}

export type EntrantState = 'DRAFT' | 'SKIPPED' | 'SUBMITTED' | 'REGISTERED' | 'REFUSED';

export interface Entrant {
  id: string;
  schoolId: string;
  path: string;
  county: string;
  importId: string | null;
  rowNo: number | null;
  caseId: string | null;
  state: EntrantState;
  stage: Stage;
  grade: number;
  intakeYear: number;
  classGroupId: string | null;
  name: string;
  pinyin: string;
  gender: string | null;
  bornOn: CivilDate | null;
  identityType: string | null;
  identityHash: Buffer | null;
  /** What lists show without opening the seal: masked number, guardian and phone, the class as written. */
  shown: EntrantShown;
  /** The record as filled in, raw texts by item path; opened with the cipher under `entrants`. */
  sealed: Buffer;
  findings: EntrantFinding[];
  red: number;
  amber: number;
  /** How many items have been mended since the workbook was read. */
  mended: number;
  photoId: string | null;
  madeBy: string;
  madeAt: Date;
  version: number;
}

export interface EntrantShown {
  /** As filled in, where it cannot be read; in words otherwise. */
  genderText: string;
  bornText: string;
  identityMasked: string;
  guardian: string;
  phoneMasked: string;
  classText: string;
}

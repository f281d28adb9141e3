/** 毕业证书: what a certificate is, which marks can stand on it, and what a batch of them holds. */
import type { Outcome } from '../../graduation/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';
import { CERTIFICATE_MARKS, type CertificateMaker } from '../../policy/questions/graduation.ts';

/** The kinds of case. */
export const CERTIFICATE_BATCH = 'CERTIFICATE_BATCH';
export const ACADEMIC_PROOF = 'ACADEMIC_PROOF';

export const CERTIFICATE_NAMES: Readonly<Record<Outcome, string>> = {
  GRADUATED: '毕业证书',
  COMPLETED: '结业证书',
  LEFT_PARTIAL: '肄业证书',
};

export const CERTIFICATE_STAGES: Readonly<Record<Stage, string>> = {
  PRIMARY: '小学',
  JUNIOR: '初中',
  SENIOR: '普通高中',
};

/** 签章: those that texts name for senior certificates, and the county's stamp of compulsory ones (S3-6.1, SX-34.2). */
export const MARKS = {
  PRINCIPAL: CERTIFICATE_MARKS.PRINCIPAL,
  SCHOOL: CERTIFICATE_MARKS.SCHOOL,
  COUNTY: '县级教育行政部门验印',
  CITY: CERTIFICATE_MARKS.CITY,
  REGISTRY: CERTIFICATE_MARKS.REGISTRY,
} as const;
export type Mark = keyof typeof MARKS;

export type Maker = CertificateMaker;

/** Who keeps a copy of the roster. */
export const ROSTER_KEEPERS = {
  SCHOOL: '学校',
  COUNTY: '县（市、区）教育行政部门',
  CITY: '市（州）教育行政部门',
} as const;
export type RosterKeeper = keyof typeof ROSTER_KEEPERS;

/** 某校某学段某年某种证书. */
export interface WhichCertificates {
  stage: Stage;
  /** 毕业年度. */
  year: number;
  outcome: Outcome;
}

/** What a case that numbers certificates holds. */
export interface BatchData extends WhichCertificates {
  schoolName: string;
  students: number;
  numberedBy: Maker;
  makerName: string;
  /** 编号依据. */
  basis: string;
  marks: readonly Mark[];
  done?: { on: CivilDate; batchId: string; students: number; first: string; last: string };
}

/** 一批证书, once it has numbers. */
export interface Batch extends WhichCertificates {
  id: string;
  caseId: string;
  schoolId: string;
  path: string;
  lawDay: CivilDate;
  numberedBy: Maker;
  makerId: string;
  makerName: string;
  /** 编号与学号一致. */
  studentNumbers: boolean;
  basis: string;
  numberedOn: CivilDate;
}

/** 证书存根. */
export interface Certificate {
  studentId: string;
  id: string;
  batchId: string;
  path: string;
  schoolId: string;
  stage: Stage;
  outcome: Outcome;
  number: string;
  serial: number;
  name: string;
  gender: string;
  bornOn: CivilDate;
  studiedFrom: CivilDate;
  studiedTo: CivilDate;
  classWords: string;
  photoId: string | null;
  /** The register's name for it, and the code on the paper under the cipher. */
  paperId: string;
  sealed: Buffer;
  handedOn: CivilDate | null;
  handedTo: string | null;
  handedByName: string | null;
  calledBackOn: CivilDate | null;
  callBackReason: string | null;
}

/** 已登记的签章. */
export interface RecordedMark {
  mark: Mark;
  on: CivilDate;
  institutionName: string;
  personName: string;
  reason: string | null;
}

/** 2027年初中毕业证书 */
export const batchTitle = ({ stage, year, outcome }: WhichCertificates): string =>
  `${year}年${CERTIFICATE_STAGES[stage]}${CERTIFICATE_NAMES[outcome]}`;

/** What a stranger is told of a number: its beginning and its end, enough to compare with the paper. */
export function numberInPart(number: string): string {
  const shown = Math.max(1, Math.floor(number.length / 4));
  return `${number.slice(0, shown)}${'*'.repeat(number.length - 2 * shown)}${number.slice(-shown)}`;
}

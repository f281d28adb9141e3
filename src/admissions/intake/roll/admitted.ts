/** 录取名册: a child admitted by a school, from the roll to the registration. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Stage } from '../../../policy/index.ts';
import type { EntrantState } from '../../entrants/entrant.ts';

/** 录取方式. */
export const ENTRY_WAYS = {
  DISTRICT: '划片入学',
  MIGRANT: '随迁子女',
  UNIFIED: '统一招生',
  QUOTA: '指标到校',
  PRIVATE: '民办招生',
  CARE: '政策照顾',
} as const;
export type EntryWay = keyof typeof ENTRY_WAYS;

/** 报到所持材料. */
export const ENTRY_PAPERS = {
  NOTICE: '录取（入学）通知书',
  PRIMARY_FILE: '小学生档案',
  HOUSEHOLD: '户口簿',
  IDENTITY: '身份证件',
} as const;
export type EntryPaper = keyof typeof ENTRY_PAPERS;

/** 名册终止事由. */
export const ROLL_ENDS = {
  NO_SHOW: '未报到，取消入学资格',
  FRAUD: '弄虚作假，取消入学资格',
  ELSEWHERE: '已在他校就读，取消入学资格',
  FINISHED: '高中阶段已修完，取消入学资格',
  MISTAKE: '登记有误，已更正',
} as const;
export type RollEnd = keyof typeof ROLL_ENDS;

/** What only whoever works on the child may read: kept sealed. */
export interface AdmittedSecret {
  identityNumber: string | null;
  registrationNumber: string | null;
  phone: string | null;
}

export interface Admitted {
  id: string;
  schoolId: string;
  path: string;
  stage: Stage;
  intakeYear: number;
  name: string;
  identityMasked: string;
  identityHash: Buffer | null;
  sealed: Buffer;
  way: EntryWay;
  /** 户籍所在地, GB/T 2260. */
  householdArea: string | null;
  /** 生源地: the county of the school before. */
  sourceArea: string | null;
  formerSchool: string | null;
  noticeNumber: string | null;
  /** Whose record goes on; null for a child without one. */
  studentId: string | null;
  /** The draft made of it, or put forward beside it. */
  entrantId: string | null;
  caseId: string | null;
  photoId: string | null;
  deferredTo: CivilDate | null;
  checkedInOn: CivilDate | null;
  papers: EntryPaper[];
  feesPaidOn: CivilDate | null;
  dropoutOn: CivilDate | null;
  endedOn: CivilDate | null;
  endReason: RollEnd | null;
  version: number;
}

/** 名册状态: read from the entry, from the draft or case made of it, and from the registration that came of it. */
export const ROLL_STATES = {
  WAITING: '待报到',
  DEFERRED: '延期中',
  NO_SHOW: '未报到',
  DROPOUT: '视为辍学',
  CHECKED_IN: '已报到',
  IN_HAND: '办理中',
  REGISTERED: '已建立学籍',
  ENDED: '已终止',
} as const;
export type RollState = keyof typeof ROLL_STATES;

/** An entry with what has become of it elsewhere. */
export interface RollRow extends Admitted {
  schoolName: string;
  /** A registration at this school and stage has come of it. */
  registered: boolean;
  /** Of the draft made of it; null where there is none, or none any more. */
  entrantState: EntrantState | null;
}

/** `due` is the last day for coming: the opening of term, or the end of the deferral. */
export function rollStateOf(one: RollRow, { today, due }: { today: CivilDate; due: CivilDate }): RollState {
  if (one.endedOn) return 'ENDED';
  // A senior entrant may be registered before the term and still has to come (SX-9.7, SX-12.5).
  if (one.registered && (one.checkedInOn || one.stage !== 'SENIOR')) return 'REGISTERED';
  if (one.checkedInOn) return isInHand(one) ? 'IN_HAND' : 'CHECKED_IN';
  if (one.dropoutOn) return 'DROPOUT';
  if (today > due) return 'NO_SHOW';
  return one.deferredTo ? 'DEFERRED' : 'WAITING';
}

const UNDER_WAY: readonly (EntrantState | null)[] = ['DRAFT', 'SKIPPED', 'SUBMITTED'];

/** Somebody works on its registration, or on its place: a draft or a case. A draft taken away or refused is none any more. */
export const isInHand = ({ caseId, entrantState, registered }: RollRow): boolean =>
  (caseId !== null && !registered) || UNDER_WAY.includes(entrantState);

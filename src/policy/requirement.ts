/** 要件: what a rule asks for beside its verdict: papers, the parties in their order, and what must be done until when. */
import type { TimeLimit } from './time-limit.ts';

/** 各方, with the words in which findings and lists name them. */
export const PARTIES = {
  GUARDIAN: '学生及监护人',
  CLASS_TEACHER: '班主任',
  MORAL_OFFICE: '政教处',
  ACADEMIC_OFFICE: '教导处',
  GATEKEEPER: '门卫',
  SCHOOL: '学校',
  VICE_PRINCIPAL: '主管校长',
  PRINCIPAL: '校长',
  SENDING_SCHOOL: '转出学校',
  RECEIVING_SCHOOL: '转入学校',
  SENDING_AUTHORITY: '转出学校学籍主管部门',
  RECEIVING_AUTHORITY: '转入学校学籍主管部门',
  GUEST_SCHOOL: '借读学校',
  REGISTERED_SCHOOL: '学籍所在学校',
  CENTRE_SCHOOL: '中心校',
  AUTHORITY: '学籍主管部门',
  TOWNSHIP: '乡镇人民政府（街道办事处）',
  COUNTY: '县级教育行政部门',
  CITY: '市级教育行政部门',
  PROVINCE: '省级教育行政部门',
  NATION: '国务院教育行政部门',
} as const;
export type PartyName = keyof typeof PARTIES;

/** 材料: what a party hands in. */
export interface Paper {
  kind: 'PAPER';
  by: PartyName;
  /** 县级以上医疗单位证明 */
  what: string;
  /** Where it is asked only of some: 跨省转学的. */
  when?: string;
}

/** 环节: what a party does in its turn. The steps of a rule stand in their order. */
export interface ProcedureStep {
  kind: 'STEP';
  by: PartyName;
  /** 审核盖章 */
  what: string;
  within?: TimeLimit;
}

/** 时限: what must be done after something has happened. */
export interface Deadline {
  kind: 'DEADLINE';
  by: PartyName;
  what: string;
  within: TimeLimit;
  /** What it is counted from: 转学办结. */
  after: string;
}

export type Requirement = Paper | ProcedureStep | Deadline;

export const paper = (by: PartyName, what: string, when?: string): Paper =>
  when ? { kind: 'PAPER', by, what, when } : { kind: 'PAPER', by, what };

export const step = (by: PartyName, what: string, within?: TimeLimit): ProcedureStep =>
  within ? { kind: 'STEP', by, what, within } : { kind: 'STEP', by, what };

export const deadline = (by: PartyName, what: string, within: TimeLimit, after: string): Deadline => ({
  kind: 'DEADLINE',
  by,
  what,
  within,
  after,
});

/** 办事人: who is calling, in which office, for which place. */
import type { Scope } from '../db/transaction.ts';
import { rangeOf } from '../kernel/place-codes.ts';

/** 岗位: every institution has the two persons of the two-person rule; schools also have class teachers. */
export const ROLES = {
  SCHOOL_REGISTRAR: '学校学籍管理员',
  SCHOOL_LEADER: '学校学籍主管领导',
  CLASS_TEACHER: '班主任',
  AUTHORITY_REGISTRAR: '教育局学籍管理员',
  AUTHORITY_LEADER: '教育局学籍主管领导',
} as const;
export type Role = keyof typeof ROLES;

/** How high an institution stands; a township centre school stands between its schools and the county. */
export const LEVELS = {
  SCHOOL: '学校',
  CENTRE: '乡镇中心校',
  COUNTY: '县',
  CITY: '市',
  PROVINCE: '省',
  NATION: '国家',
} as const;
export type Level = keyof typeof LEVELS;

/** The institution a person acts for. */
export interface ActingFor {
  id: string;
  name: string;
  shortName: string;
  level: Level;
  path: string;
  placeCode: string;
  county: string;
}

export interface Actor {
  accountId: string;
  personName: string;
  role: Role;
  institution: ActingFor;
  /** The class groups a class teacher leads today; empty for everybody else. */
  classGroupIds: readonly string[];
  requestId: string;
}

/** What row policies let this person see: everything under the institution's path. */
export const scopeOf = (actor: Actor): Scope => rangeOf(actor.institution.path);

/** 经办 or 签署: which half of a two-person step this person may do. */
export const rankOf = (role: Role): 'REGISTRAR' | 'LEADER' | 'TEACHER' =>
  role === 'CLASS_TEACHER' ? 'TEACHER' : role.endsWith('LEADER') ? 'LEADER' : 'REGISTRAR';

/** The same person as the audit trail knows them. */
export const asAuditActor = (actor: Actor) => ({
  accountId: actor.accountId,
  personName: actor.personName,
  institutionId: actor.institution.id,
  requestId: actor.requestId,
});

/** The system's own hand: jobs, start-up, sealing. */
export const SYSTEM_ACTOR = { accountId: null, personName: '系统', institutionId: null } as const;

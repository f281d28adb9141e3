/** 账号: a person's own access, bound to one role at one institution; nobody shares one (S6-28.1). */
import { type Level, ROLES, type Role } from '../../access/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';

export const ACCOUNT_STATES = {
  UNTRAINED: '待登记培训',
  ACTIVE: '在用',
  SEALED: '已封存',
  CLOSED: '已停用',
} as const;
export type AccountState = keyof typeof ACCOUNT_STATES;

export interface Account {
  id: string;
  loginName: string;
  personName: string;
  institutionId: string;
  path: string;
  role: Role;
  state: AccountState;
  trainedOn: CivilDate | null;
  trainingNote: string | null;
  signsInElsewhere: boolean;
  hasTotp: boolean;
  mustChangePassword: boolean;
  lockedUntil: Date | null;
  madeAt: Date;
  lastLoginAt: Date | null;
}

/** The roles that an institution of this level has; a centre school works like a school, without class groups. */
export function rolesFor(level: Level): Role[] {
  if (level === 'SCHOOL') return ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'CLASS_TEACHER'];
  if (level === 'CENTRE') return ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER'];
  return ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'];
}

/** Refuses a role that an institution of this level does not have. */
export function refuseUnfitRole(role: Role, level: Level): void {
  if (rolesFor(level).includes(role)) return;
  const roles = rolesFor(level)
    .map((one) => ROLES[one])
    .join('、');
  throw refuse('BAD_INPUT', { what: `该机构没有“${ROLES[role]}”岗位，可选：${roles}` });
}

/** Names that belong to nobody: an account under one would be shared before long. */
const IMPERSONAL = /^(admin|administrator|root|test|guest|user|school|teacher|xueji|gly|guanliyuan)\d*$/;

/** Refuses login names that say who somebody is not. */
export function refuseImpersonal(loginName: string): void {
  if (!IMPERSONAL.test(loginName)) return;
  throw refuse('BAD_INPUT', { what: `“${loginName}”不是个人的登录名，账号一人一个，请用本人姓名的拼音等` });
}

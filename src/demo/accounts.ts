/** 演示账号: the password and second factor that everybody may know, and the accounts to begin with. */
import { ROLES, type Role, rankOf } from '../access/index.ts';
import { totpCode } from '../crypto/totp.ts';
import { INTAKE_SCHOOL, OTHER_SCHOOL } from './region/counties.ts';
import type { PartPlan } from './region/plan-part.ts';
import { type PlannedAccount, planPair, planTeacher } from './region/posts.ts';

/** Fit for the stricter profile, and published: an installation with these accounts answers this computer only. */
export const DEMO_PASSWORD = 'Yanshi-Diqu-2026';
/** In base32, for an authenticator app or `npm run demo -- --code`; the same for all, each code works once an account. */
export const DEMO_TOTP_SECRET = 'XUEJIDEMOXUEJIDEMOXUEJIDEMOXUEJI';

const PERIOD_SECONDS = 30;

/** Does this role sign in with a code? Those who decide do. */
export const needsCode = (role: Role): boolean => rankOf(role) === 'LEADER' || role === 'AUTHORITY_REGISTRAR';

/** The six digits that count at this instant, and for how many seconds they go on being shown. */
export function demoCode(now: Date): { code: string; secondsLeft: number } {
  const second = Math.floor(now.getTime() / 1000);
  return { code: totpCode(DEMO_TOTP_SECRET, now), secondsLeft: PERIOD_SECONDS - (second % PERIOD_SECONDS) };
}

/** One line of the table that a newcomer chooses from. */
export interface DemoAccount {
  loginName: string;
  personName: string;
  /** The office, or the class group of a class teacher. */
  office: string;
  institution: string;
  needsCode: boolean;
}

/** In the order of the table: the main job first, upwards; then those next door, who must see nothing of it. */
const SLUGS = [
  ...[INTAKE_SCHOOL, 'changge', 'xuchang', 'henan', 'guojia', OTHER_SCHOOL, 'liancheng', 'yuzhou'],
  ...['wuhou', 'xiaodian', 'qianan', 'liugou'],
];

/** The accounts to begin with: registrar and leader of each, and a class teacher. */
export function listDemoAccounts(plan: Omit<PartPlan, 'countiesAfter'>): DemoAccount[] {
  const institutions = [...plan.authorities, ...plan.centres, ...plan.schools];
  const line = (
    { loginName, personName, role }: PlannedAccount,
    institution: string,
    office: string = ROLES[role],
  ) => ({
    loginName,
    personName,
    office,
    institution,
    needsCode: needsCode(role),
  });
  return SLUGS.flatMap((slug) => {
    const one = institutions.find((institution) => institution.slug === slug);
    if (!one) return [];
    const { registrar, leader } = planPair(plan.seed, one);
    const pair = [line(registrar, one.name), line(leader, one.name)];
    if (slug !== INTAKE_SCHOOL) return pair;
    const school = plan.schools.find(({ id }) => id === one.id)!;
    const group = plan.classGroups.get(school.id)!.find(({ grade }) => grade === 2)!;
    return [...pair, line(planTeacher(plan.seed, school, group), one.name, `${group.name}班主任`)];
  });
}

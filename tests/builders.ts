/**
 * 造数据: one way to make data for tests. Every default is valid and synthetic; say only what your test is about.
 *
 *     const school = await aSchool(app, { schoolType: 'NINE_YEAR' });       // with its county, city, province, nation
 *     const registrar = await anAccount(app, { at: school });               // 学校学籍管理员, trained, in office
 *     const officer = await anAccount(app, { at: await anAuthority(app) }); // 长葛市教育局学籍管理员
 */
import type { Role } from '../src/access/index.ts';
import { insertAccounts } from '../src/authorities/accounts/account.store.ts';
import { type AccountState, rolesFor } from '../src/authorities/accounts/account.ts';
import { insertClassGroups } from '../src/authorities/classes/class-group.store.ts';
import {
  type ClassGroup,
  classGroupCode,
  firstGradeOf,
  gradesOf,
  type Institution,
  institutionLevelOf,
  type SchoolType,
} from '../src/authorities/index.ts';
import { bareAuthority } from '../src/authorities/institutions/founding/make-authority.ts';
import { ownNameOf, usualAuthorityName } from '../src/authorities/institutions/founding/place-names.ts';
import {
  findAuthority,
  getInstitution,
  insertInstitutions,
} from '../src/authorities/institutions/institution.store.ts';
import { insertPlaces } from '../src/authorities/institutions/place.store.ts';
import { USUAL_YEARS, usualStagesOf } from '../src/authorities/institutions/school-types.api.ts';
import { insertSupervisions } from '../src/authorities/institutions/supervision/supervision.store.ts';
import { insertOffice } from '../src/authorities/offices/office.store.ts';
import { postOf } from '../src/authorities/offices/office.ts';
import { hashPassword } from '../src/crypto/password.ts';
import type { Database } from '../src/db/database.ts';
import { NODE_SCOPE, type Transaction } from '../src/db/transaction.ts';
import { type CivilDate, civilDate, dayOf, schoolYearOf } from '../src/kernel/civil-date.ts';
import { newId } from '../src/kernel/ids.ts';
import { chainOf } from '../src/kernel/place-codes.ts';
import type { Stage } from '../src/policy/index.ts';
import { nameOfArea } from '../src/students/code-tables/area-codes.ts';

/** Anything with a database: a test application, or the database of a `*.db.test.ts` itself. */
export interface Home {
  db: Database;
}

/** 长葛: where things are unless a test says otherwise. */
export const HERE = '411082';
/** 禹州, in the same city; 迁安, in another province: for bystanders. */
export const NEXT_DOOR = '411081';
export const FAR_AWAY = '130283';
/** The day on which everything began, well before any test's clock. */
export const LONG_AGO: CivilDate = civilDate('2015-09-01');

let counted = 0;
/** A number that no other builder of this process got. */
export const nextNumber = (): number => ++counted;

const FAMILY = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨';
const GIVEN = ['晓梅', '建国', '思远', '雨桐', '志强', '静怡', '海涛', '文博', '丽华', '子涵', '国庆'];

/** A name that nobody bears in particular; another one each time. */
export function aPersonName(): string {
  const number = nextNumber();
  return `${FAMILY[number % FAMILY.length]}${GIVEN[number % GIVEN.length]}`;
}

/** Writes in one transaction above all scopes. */
export const writing = <T>({ db }: Home, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited(); // what builders lay down is the world before the test
    return work(tx);
  });

/** The authority of a place with everything above it; the one that is there already where there is one. */
export async function anAuthority(home: Home, { placeCode = HERE, name }: { placeCode?: string; name?: string } = {}) {
  return writing(home, async (tx) => {
    const chain = chainOf(placeCode);
    await insertPlaces(
      tx,
      chain.map((code, index) => ({
        code,
        name: ownNameOf(nameOfArea, code) ?? code,
        parentCode: chain[index - 1] ?? null,
      })),
    );
    let upperId: string | null = null;
    for (const code of chain) {
      const known: string | undefined = await findAuthority(tx, code);
      const called = (code === placeCode ? name : undefined) ?? usualAuthorityName(nameOfArea, code);
      const authority = bareAuthority(newId(), { placeCode: code, name: called, shortName: called }, upperId, LONG_AGO);
      if (!known) await insertInstitutions(tx, [authority]);
      upperId = known ?? authority.id;
    }
    return getInstitution(tx, { id: upperId! });
  });
}

/** 乡镇中心校 of a county. */
export async function aCentreSchool(home: Home, { under }: { under?: Institution } = {}): Promise<Institution> {
  const county = under ?? (await anAuthority(home));
  const code = `Z${String(nextNumber()).padStart(3, '0')}`;
  const centre: Institution = {
    ...county,
    id: newId(),
    kind: 'CENTRE_SCHOOL',
    code: `${county.placeCode}${code}`,
    name: `和尚桥镇中心校${code}`,
    shortName: `中心校${code}`,
    path: `${county.path}${code}/`,
    upperId: county.id,
  };
  await writing(home, (tx) => insertInstitutions(tx, [centre]));
  return centre;
}

export interface SchoolWish {
  /** The authority or centre school that runs it; that of 长葛 where it is not given. */
  under?: Institution;
  schoolType?: SchoolType;
  name?: string;
  code?: string;
  ownership?: 'PUBLIC' | 'PRIVATE';
  stages?: Stage[];
  years?: Partial<Record<Stage, number>>;
  /** The county it lies in, where a city runs it. */
  placeCode?: string;
  /** Who decides for all its stages; whoever runs it where it is not given. */
  supervisedBy?: Institution;
  reviewedBy?: Institution;
}

const CATEGORY: Partial<Record<SchoolType, string>> = { PRIMARY: '21', TEACHING_POINT: '21', SPECIAL: '51' };
const CALLED: Partial<Record<SchoolType, string>> = { PRIMARY: '小学', NINE_YEAR: '学校', SENIOR: '高级中学' };

/** A school with its supervision. */
export async function aSchool(home: Home, wish: SchoolWish = {}): Promise<Institution> {
  const { schoolType = 'PRIMARY' } = wish;
  const upper = wish.under ?? (await anAuthority(home));
  const number = nextNumber();
  const placeCode = wish.placeCode ?? upper.placeCode;
  const category = CATEGORY[schoolType] ?? (/JUNIOR|NINE/.test(schoolType) ? '31' : '34');
  const code = wish.code ?? `${category}${placeCode.slice(0, 2)}${String(number).padStart(6, '0')}`;
  const stages = wish.stages ?? usualStagesOf(schoolType);
  const name = wish.name ?? `实验第${number}${CALLED[schoolType] ?? '中学'}`;
  const school: Institution = {
    id: newId(),
    kind: 'SCHOOL',
    code,
    name,
    shortName: name,
    englishName: null,
    placeCode,
    county: placeCode,
    path: `${upper.path}${code}/`,
    upperId: upper.id,
    schoolType,
    ownership: wish.ownership ?? 'PUBLIC',
    modelSchool: false,
    stages,
    years: Object.fromEntries(stages.map((stage) => [stage, wish.years?.[stage] ?? USUAL_YEARS[stage]])),
    profile: {},
    validFrom: LONG_AGO,
    validTo: null,
  };
  const authorityId = wish.supervisedBy?.id ?? (upper.kind === 'AUTHORITY' ? upper.id : upper.upperId!);
  const reviewerId = wish.reviewedBy?.id ?? null;
  await writing(home, async (tx) => {
    await insertInstitutions(tx, [school]);
    await insertSupervisions(
      tx,
      stages.map((stage) => ({
        schoolId: school.id,
        stage,
        authorityId,
        reviewerId,
        validFrom: LONG_AGO,
        validTo: null,
      })),
    );
  });
  return school;
}

export interface AccountWish {
  at: Institution;
  /** The registrar of the institution where it is not given. */
  role?: Role;
  state?: AccountState;
  personName?: string;
  loginName?: string;
  /** Only where the test signs in by password: hashing takes its time. */
  password?: string;
  oidcSubject?: string;
}

/** An account, trained and in office; its person uses a second factor where `app.as` signs in. */
export interface TestAccount {
  id: string;
  role: Role;
  personName: string;
  loginName: string;
  institution: Institution;
}

/** An account as it stands after its training was recorded, with the office it holds. */
export async function anAccount(home: Home, wish: AccountWish): Promise<TestAccount> {
  const { at, state = 'ACTIVE' } = wish;
  const id = newId();
  const role = wish.role ?? rolesFor(institutionLevelOf(at))[0]!;
  const personName = wish.personName ?? aPersonName();
  const loginName = wish.loginName ?? `person${nextNumber()}`;
  const passwordHash = wish.password ? await hashPassword(wish.password) : null;
  const { id: institutionId, path } = at;
  const whole = { id, loginName, personName, institutionId, path, role, state, passwordHash };
  const trained = state === 'UNTRAINED' ? undefined : { on: LONG_AGO, note: '许昌市教育局；正式人员' };
  const post = postOf(role);
  await writing(home, async (tx) => {
    await insertAccounts(tx, [
      { ...whole, mustChangePassword: false, oidcSubject: wish.oidcSubject ?? null, trained, madeBy: null },
    ]);
    if (!post || state !== 'ACTIVE') return;
    const office = { id: newId(), institutionId, path, post, personName, accountId: id, sealed: null };
    await insertOffice(tx, { ...office, validFrom: LONG_AGO, validTo: null });
  });
  return { id, role, personName, loginName, institution: at };
}

export interface ClassGroupWish {
  school: Institution;
  grade?: number;
  ordinal?: number;
  teacher?: TestAccount;
}

/** A class group of this school year. */
export async function aClassGroup(home: Home, { school, grade, ordinal = 1, teacher }: ClassGroupWish) {
  return writing(home, async (tx) => {
    const taught = gradesOf(school.stages, school.years);
    const { stage, grade: wanted } = taught.find((one) => one.grade === (grade ?? taught[0]!.grade))!;
    const firstGrade = firstGradeOf(stage, school.years);
    const intakeYear = schoolYearOf(dayOf(tx.now)) - (wanted - firstGrade);
    const group: ClassGroup = {
      id: newId(),
      schoolId: school.id,
      path: school.path,
      county: school.county,
      stage,
      intakeYear,
      firstGrade,
      ordinal,
      code: classGroupCode(stage, intakeYear, ordinal),
      kind: '10',
      teacherId: teacher?.id ?? null,
      validFrom: civilDate(`${intakeYear}-09-01`),
      validTo: null,
    };
    await insertClassGroups(tx, [group]);
    return group;
  });
}

/** 设立学校: with a code that fits, the stages of its type, and for each stage the authority that decides. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { holds, levelOf } from '../../../kernel/place-codes.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Stage } from '../../../policy/index.ts';
import { refuseTwins } from '../../conflict.ts';
import { getInstitution, type Institution, insertInstitutions, type SchoolType } from '../institution.store.ts';
import { findPlaceName } from '../place.store.ts';
import { refuseUnapprovedYears } from '../profile/schooling.ts';
import { stagesFault, USUAL_YEARS, usualStagesOf } from '../school-types.api.ts';
import { insertSupervisions, type Supervision } from '../supervision/supervision.store.ts';
import { refuseUnfitCode } from './school-code.ts';

export interface SchoolWish {
  code: string;
  name: string;
  shortName: string;
  schoolType: SchoolType;
  ownership: 'PUBLIC' | 'PRIVATE';
  modelSchool: boolean;
  stages?: Stage[] | undefined;
  years?: Partial<Record<Stage, number>> | undefined;
  /** 省级同意学制试验的文号. */
  provincialConsent?: string | undefined;
  /** The authority that runs it, or the township centre school it belongs to. */
  upperId: string;
  /** The county it lies in; that of `upperId` where it is not given. */
  placeCode?: string | undefined;
  /** Who decides for a stage, where it is not the authority that runs the school. */
  supervisedBy?: Partial<Record<Stage, string>> | undefined;
  profile?: Record<string, string> | undefined;
}

/** Refuses codes ever given before: a school that is closed or changes its kind leaves its code unused for good. */
export async function makeSchool(services: Services, actor: Actor, wish: SchoolWish): Promise<{ id: string }> {
  const made = services.db.write(scopeOf(actor), async (tx) => {
    const draft = await draftSchool(services, tx, actor, wish);
    await refuseKnownCode(tx, wish.code);
    await writeSchools(tx, actor, [draft]);
    return { id: draft.school.id };
  });
  return refuseTwins(made, `学校标识码${wish.code}刚被使用`);
}

export interface SchoolDraft {
  school: Institution;
  supervisions: Supervision[];
}

/** The school as it would stand in the directory; refuses with the first thing that does not fit. */
export async function draftSchool(
  { newId }: Pick<Services, 'newId'>,
  tx: Transaction,
  actor: Actor,
  wish: SchoolWish,
): Promise<SchoolDraft> {
  const upper = await getInstitution(tx, { id: wish.upperId });
  if (!holds(actor.institution.path, upper.path)) throw refuse('NOT_FOUND', { what: '上级机构' });
  if (upper.kind === 'SCHOOL' || upper.validTo) throw refuse('BAD_INPUT', { what: '学校须设在教育局或中心校之下' });
  const placeCode = wish.placeCode ?? upper.placeCode;
  await refuseUnfitPlace(tx, upper, placeCode);
  refuseUnfitCode(wish.code, wish.schoolType, placeCode);
  const stages = wish.stages?.length ? wish.stages : usualStagesOf(wish.schoolType);
  const fault = stagesFault(wish.schoolType, stages);
  if (fault) throw refuse('BAD_INPUT', { what: fault });
  const years = Object.fromEntries(stages.map((stage) => [stage, wish.years?.[stage] ?? USUAL_YEARS[stage]]));
  refuseUnapprovedYears(stages, years, wish.provincialConsent);
  const validFrom = dayOf(tx.now);
  const { provincialConsent } = wish;
  const school: Institution = {
    id: newId(),
    kind: 'SCHOOL',
    code: wish.code,
    name: wish.name,
    shortName: wish.shortName,
    englishName: null,
    placeCode,
    county: placeCode,
    path: `${upper.path}${wish.code}/`,
    upperId: upper.id,
    schoolType: wish.schoolType,
    ownership: wish.ownership,
    modelSchool: wish.modelSchool,
    stages,
    years,
    profile: { ...wish.profile, ...(provincialConsent ? { provincialConsent } : {}) },
    validFrom,
    validTo: null,
  };
  return { school, supervisions: await supervisionsFor(tx, school, upper, wish, validFrom) };
}

async function refuseUnfitPlace(tx: Transaction, upper: Institution, placeCode: string): Promise<void> {
  if (!/^\d{6}$/.test(placeCode) || levelOf(placeCode) !== 'COUNTY' || !(await findPlaceName(tx, placeCode))) {
    throw refuse('BAD_INPUT', { what: '所在县（市、区）不在机构目录中，请先设立该县教育局，或核对行政区划代码' });
  }
  const upperPlace = upper.placeCode.replace(/(00)+$/, '');
  if (!placeCode.startsWith(upperPlace)) {
    throw refuse('BAD_INPUT', { what: `所在地不在${upper.name}的辖区，请核对上级机构与行政区划代码` });
  }
}

/** The authority that runs the school decides for every stage, where nobody says otherwise. */
async function supervisionsFor(
  tx: Transaction,
  school: Institution,
  upper: Institution,
  { supervisedBy = {} }: SchoolWish,
  validFrom: CivilDate,
): Promise<Supervision[]> {
  const usual = upper.kind === 'AUTHORITY' ? upper.id : upper.upperId!;
  const supervisions: Supervision[] = [];
  for (const stage of school.stages) {
    const authorityId = supervisedBy[stage] ?? usual;
    const authority = await getInstitution(tx, { id: authorityId });
    if (authority.kind !== 'AUTHORITY' || !holds(authority.path, school.path)) {
      throw refuse('BAD_INPUT', { what: '学籍主管部门须是学校所属的教育行政部门' });
    }
    supervisions.push({ schoolId: school.id, stage, authorityId, reviewerId: null, validFrom, validTo: null });
  }
  return supervisions;
}

async function refuseKnownCode(tx: Transaction, code: string): Promise<void> {
  const known = await getInstitution(tx, { code }).catch(() => undefined);
  if (!known) return;
  const by = known.validTo ? `曾用于${known.name}，撤销后不再使用` : `已用于${known.name}`;
  throw refuse('BAD_INPUT', { what: `学校标识码${code}${by}，请核对代码` });
}

/** Writes schools with their supervisions and one row of the trail each. */
export async function writeSchools(tx: Transaction, actor: Actor, drafts: readonly SchoolDraft[]): Promise<void> {
  await insertInstitutions(
    tx,
    drafts.map(({ school }) => school),
  );
  await insertSupervisions(
    tx,
    drafts.flatMap(({ supervisions }) => supervisions),
  );
  for (const { school } of drafts) {
    await record(tx, asAuditActor(actor), {
      action: 'MAKE_SCHOOL',
      subjectKind: 'INSTITUTION',
      subjectId: school.id,
      path: school.path,
      detail: { code: school.code, type: school.schoolType, stages: school.stages, upperId: school.upperId },
    });
  }
}

/** 变更办学情况: name, type, ownership, stages, years of schooling: by the level above, since the law hangs on them. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Stage } from '../../../policy/index.ts';
import { listClassGroups } from '../../classes/class-group.store.ts';
import { sameCategory } from '../founding/school-code.ts';
import { changeInstitution, type Institution, lockInstitution, type SchoolType } from '../institution.store.ts';
import { STAGES, stagesFault, USUAL_YEARS } from '../school-types.api.ts';
import { insertSupervisions, listSupervisions } from '../supervision/supervision.store.ts';
import { keepFormerName } from './former-names.store.ts';
import { changedItems } from './profile.ts';
import { refuseUnapprovedYears } from './schooling.ts';

export interface SchoolingChange {
  name?: string | undefined;
  schoolType?: SchoolType | undefined;
  ownership?: 'PUBLIC' | 'PRIVATE' | undefined;
  modelSchool?: boolean | undefined;
  stages?: Stage[] | undefined;
  years?: Partial<Record<Stage, number | undefined>> | undefined;
  provincialConsent?: string | undefined;
  reason: string;
}

const ITEMS = {
  name: '名称',
  schoolType: '办学类型',
  ownership: '办学性质',
  modelSchool: '示范校',
  stages: '学段',
  years: '学制',
  profile: '省级文号',
} as const;

/** A new name keeps the code; a type of another category would need another code and so is another school. */
export async function changeSchooling(
  services: Services,
  actor: Actor,
  schoolId: string,
  change: SchoolingChange,
): Promise<{ changed: string[] }> {
  return services.db.write(scopeOf(actor), async (tx) => {
    if (change.name ?? change.schoolType ?? change.stages ?? change.years) await refuseInUse(tx, schoolId, change);
    return changeSchoolingIn(tx, actor, schoolId, change);
  });
}

/** Once a school has class groups its name, type, stages and years are changed by a case of two people with its papers. */
async function refuseInUse(tx: Transaction, schoolId: string, change: SchoolingChange): Promise<void> {
  const groups = await listClassGroups(tx, schoolId, dayOf(tx.now));
  if (groups.length === 0) return;
  const before = await lockInstitution(tx, schoolId);
  const { name, schoolType, stages, years } = schoolingAfter(before, change);
  const { length } = changedItems(
    { name: before.name, schoolType: before.schoolType, stages: before.stages, years: before.years },
    { name, schoolType, stages, years },
  );
  if (length > 0) throw refuse('CONFLICT', { what: '学校已有班级，更名和改变类型、学段、学制请在“学校变动”中拟定' });
}

/** The same inside a transaction of the caller's. A name that ends is kept with its days. */
export async function changeSchoolingIn(
  tx: Transaction,
  actor: Actor,
  schoolId: string,
  change: SchoolingChange,
): Promise<{ changed: string[] }> {
  const before = await lockInstitution(tx, schoolId);
  if (before.id === actor.institution.id) throw refuse('NOT_ALLOWED', { what: '办学情况由上级教育行政部门变更' });
  const after = schoolingAfter(before, change);
  await refuseUsedStages(tx, before, after.stages);
  if (after.name !== before.name) await keepFormerName(tx, before, dayOf(tx.now));
  await changeInstitution(tx, before.id, after);
  await superviseNewStages(tx, before, after.stages);
  const { name, schoolType, ownership, modelSchool, stages, years, profile } = before;
  const own = { name, schoolType, ownership, modelSchool, stages, years, profile };
  const changed = changedItems(own, { ...after }).map((item) => ITEMS[item as keyof typeof ITEMS]);
  if (changed.length === 0) throw refuse('BAD_INPUT', { what: '所填与原来相同，没有要保存的更改' });
  await record(tx, asAuditActor(actor), {
    action: 'CHANGE_SCHOOLING',
    subjectKind: 'INSTITUTION',
    subjectId: before.id,
    path: before.path,
    reason: change.reason,
    detail: { changed, before: { name, schoolType, ownership, modelSchool, stages, years } },
  });
  return { changed };
}

/**
 * The school as a change would leave it. Refuses BAD_INPUT where it is none, where type and stages do not fit or would
 * need another school code, and for years that the province has not agreed to.
 */
export function schoolingAfter(before: Institution, change: Omit<SchoolingChange, 'reason'>) {
  const schoolType = change.schoolType ?? before.schoolType;
  if (before.kind !== 'SCHOOL' || !schoolType || !before.schoolType) {
    throw refuse('BAD_INPUT', { what: '只有学校才有办学类型、学段和学制' });
  }
  if (!sameCategory(before.schoolType, schoolType)) {
    throw refuse('BAD_INPUT', { what: '此办学类型须换用新的学校标识码，请按新设学校办理，原校另行撤销' });
  }
  const stages = change.stages ?? before.stages;
  const fault = stagesFault(schoolType, stages);
  if (fault) throw refuse('BAD_INPUT', { what: fault });
  const years = Object.fromEntries(
    stages.map((stage) => [stage, change.years?.[stage] ?? before.years[stage] ?? USUAL_YEARS[stage]]),
  );
  const consent = change.provincialConsent ?? (before.profile['provincialConsent'] as string | undefined);
  refuseUnapprovedYears(stages, years, consent);
  return {
    name: change.name ?? before.name,
    schoolType,
    ownership: change.ownership ?? before.ownership,
    modelSchool: change.modelSchool ?? before.modelSchool,
    stages,
    years,
    profile: { ...before.profile, ...(consent ? { provincialConsent: consent } : {}) },
  };
}

async function refuseUsedStages(tx: Transaction, school: Institution, stages: readonly Stage[]): Promise<void> {
  const groups = await listClassGroups(tx, school.id, dayOf(tx.now));
  const used = school.stages.find((stage) => !stages.includes(stage) && groups.some((group) => group.stage === stage));
  if (used) throw refuse('BAD_INPUT', { what: `${STAGES[used]}尚有班级，请先撤并班级再减去该学段` });
}

/** A stage that is added is decided on by whoever decides for the others already. */
async function superviseNewStages(tx: Transaction, school: Institution, stages: readonly Stage[]): Promise<void> {
  const today = dayOf(tx.now);
  const standing = await listSupervisions(tx, school.id, today);
  const authorityId = standing.find(({ validTo }) => validTo === null)?.authorityId;
  const added = stages.filter((stage) => !standing.some((one) => one.stage === stage && one.validTo === null));
  if (!authorityId || added.length === 0) return;
  await insertSupervisions(
    tx,
    added.map((stage) => ({
      schoolId: school.id,
      stage,
      authorityId,
      reviewerId: null,
      validFrom: today,
      validTo: null,
    })),
  );
}

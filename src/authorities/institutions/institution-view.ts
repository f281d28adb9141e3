/** 机构详情: one institution as its page shows it, with what is still missing. */
import { type Actor, LEVELS, ROLES, type Role, type Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { holds } from '../../kernel/place-codes.ts';
import { rolesFor } from '../accounts/account.ts';
import { viewOffices } from '../offices/office-view.ts';
import { countBelow, findNearestInUse, listAbove, type DirectoryRow as Row } from './directory.store.ts';
import { getInstitution, type Institution, institutionLevelOf, SCHOOL_TYPES } from './institution.store.ts';
import type { DirectoryRow, InstitutionView } from './institutions.api.ts';
import { findPlaceName } from './place.store.ts';
import { listCampuses } from './profile/campus.store.ts';
import { PROFILE_ITEMS, profileOf } from './profile/profile.ts';
import { STAGES } from './school-types.api.ts';
import { listSupervisions } from './supervision/supervision.store.ts';

const OWNERSHIPS = { PUBLIC: '公办', PRIVATE: '民办' } as const;

const headOf = (institution: Institution) => ({
  id: institution.id,
  kind: institution.kind,
  code: institution.code,
  name: institution.name,
  shortName: institution.shortName,
  level: institutionLevelOf(institution),
  placeCode: institution.placeCode,
  schoolType: institution.schoolType,
  typeWords: institution.schoolType && SCHOOL_TYPES[institution.schoolType],
  ownership: institution.ownership,
  stages: institution.stages,
  upperId: institution.upperId,
});

/** A line of the directory. */
export const viewRow = (row: Row): DirectoryRow => ({ ...headOf(row), belowCount: row.belowCount, cursor: row.path });

/** Everybody may look up an institution; who holds office there is told only within the caller's place. */
export async function viewInstitution(
  services: Pick<Services, 'cipher'>,
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<InstitutionView> {
  const institution = await getInstitution(tx, { id });
  const level = institutionLevelOf(institution);
  const inScope = holds(actor.institution.path, institution.path);
  const keeper = await findNearestInUse(tx, institution.path);
  const offices = inScope ? await viewOffices(services, tx, id) : [];
  const supervisions = await viewSupervisions(tx, institution);
  const profile = profileOf(institution.profile);
  return {
    ...headOf(institution),
    belowCount: await countBelow(tx, id),
    englishName: institution.englishName,
    placeName: (await findPlaceName(tx, institution.placeCode)) ?? institution.placeCode,
    levelWords: LEVELS[level],
    ownershipWords: institution.ownership && OWNERSHIPS[institution.ownership],
    modelSchool: institution.modelSchool,
    years: institution.years,
    provincialConsent: (institution.profile['provincialConsent'] as string | undefined) ?? null,
    profile: Object.entries(PROFILE_ITEMS).map(([item, label]) => ({
      item,
      label,
      value: profile[item as keyof typeof profile] ?? null,
    })),
    above: (await listAbove(tx, institution.path)).map(({ id: aboveId, name }) => ({ id: aboveId, name })),
    supervisions,
    campuses: (await listCampuses(tx, id)).map(({ id: campusId, name, address, validFrom }) => ({
      id: campusId,
      name,
      address,
      validFrom,
    })),
    offices,
    validFrom: institution.validFrom,
    validTo: institution.validTo,
    inScope,
    accountsKeptBy: keeper?.name ?? null,
    accountRoles: inScope ? accountRoles(actor, institution, keeper).map((role) => ({ role, words: ROLES[role] })) : [],
    lacks: inScope ? lacksOf(institution, offices, supervisions) : [],
  };
}

/** The roles whose accounts the actor keeps there; see accounts/account-keeper.ts, which decides. */
function accountRoles(actor: Actor, institution: Institution, keeper: Institution | undefined): Role[] {
  const { id, level } = actor.institution;
  const roles = rolesFor(institutionLevelOf(institution));
  if (actor.role === 'AUTHORITY_REGISTRAR' || actor.role === 'AUTHORITY_LEADER') {
    return (keeper ? keeper.id : institution.id) === id ? roles : [];
  }
  if (actor.role !== 'SCHOOL_REGISTRAR') return [];
  if (level === 'CENTRE') return institution.upperId === id ? roles : [];
  return institution.id === id ? ['CLASS_TEACHER'] : [];
}

async function viewSupervisions(tx: Transaction, { id }: Institution): Promise<InstitutionView['supervisions']> {
  const views: InstitutionView['supervisions'] = [];
  for (const one of await listSupervisions(tx, id, dayOf(tx.now))) {
    const authority = await getInstitution(tx, { id: one.authorityId });
    const reviewer = one.reviewerId ? await getInstitution(tx, { id: one.reviewerId }) : undefined;
    views.push({
      stage: one.stage,
      stageWords: STAGES[one.stage],
      authority: { id: authority.id, name: authority.name },
      reviewer: reviewer ? { id: reviewer.id, name: reviewer.name } : null,
      validFrom: one.validFrom,
      validTo: one.validTo,
    });
  }
  return views;
}

/** What a school still needs before it can register anybody (SC-3.8, SC-3.9, SX-3.13, SX-3.14). */
function lacksOf(
  { kind, stages }: Institution,
  offices: InstitutionView['offices'],
  supervisions: InstitutionView['supervisions'],
): string[] {
  if (kind !== 'SCHOOL') return [];
  const lacks: string[] = [];
  const has = (post: string) => offices.some((office) => office.post === post);
  if (!has('REGISTRAR')) lacks.push('没有学籍管理员，不能开始入学注册；请为本校开设账号并登记培训');
  if (!has('LEADER')) lacks.push('没有学籍主管领导，办件无人签署；请为本校开设账号并登记培训');
  if (!has('PRINCIPAL')) lacks.push('未登记校长（第一责任人）');
  const unsupervised = stages.filter((stage) => !supervisions.some((one) => one.stage === stage));
  if (unsupervised.length > 0) {
    lacks.push(`${unsupervised.map((stage) => STAGES[stage]).join('、')}未设学籍主管部门`);
  }
  return lacks;
}

/** 演示人员: two persons with an account at every institution, a head at every school, a teacher for every class group. */
import type { Role } from '../../access/index.ts';
import { chanceOf, idOf } from '../chance.ts';
import { drawEthnicGroup, drawName } from '../people/names.ts';
import type { PlannedClassGroup } from './class-groups.ts';
import type { PlannedInstitution, PlannedSchool } from './directory.ts';

export interface PlannedAccount {
  id: string;
  loginName: string;
  personName: string;
  institutionId: string;
  path: string;
  role: Role;
}

export interface PlannedOffice {
  id: string;
  institutionId: string;
  path: string;
  post: 'PRINCIPAL' | 'VICE_PRINCIPAL' | 'REGISTRAR' | 'LEADER';
  personName: string;
  accountId: string | null;
}

/** What the login names of an institution's two persons end with: 经办 and 领导. */
export const REGISTRAR_LOGIN = '.jingban';
export const LEADER_LOGIN = '.lingdao';
/** 班主任, followed by the code of the class group. */
export const TEACHER_LOGIN = '.bzr';

/** Identifiers of people stand before all others. */
const PEOPLE_FROM = Date.UTC(2010, 0, 1);

/** The registrar and the leader of an institution. */
export function planPair(seed: string, { id, kind, slug, path }: PlannedInstitution) {
  const side = kind === 'AUTHORITY' ? 'AUTHORITY' : 'SCHOOL';
  const person = (role: Role, ending: string): PlannedAccount => ({
    id: idOf(`account/${slug}${ending}`, PEOPLE_FROM),
    loginName: slug + ending,
    personName: personOf(`${seed}/${slug}${ending}`),
    institutionId: id,
    path,
    role,
  });
  return {
    registrar: person(`${side}_REGISTRAR`, REGISTRAR_LOGIN),
    leader: person(`${side}_LEADER`, LEADER_LOGIN),
  };
}

/** Who holds which office at an institution. */
export function planOffices(seed: string, institution: PlannedInstitution): PlannedOffice[] {
  const { registrar, leader } = planPair(seed, institution);
  const office = (post: PlannedOffice['post'], personName: string, accountId: string | null): PlannedOffice => ({
    id: idOf(`office/${institution.slug}/${post}`, PEOPLE_FROM),
    institutionId: institution.id,
    path: institution.path,
    post,
    personName,
    accountId,
  });
  const pair = [
    office('LEADER', leader.personName, leader.id),
    office('REGISTRAR', registrar.personName, registrar.id),
  ];
  if (institution.kind !== 'SCHOOL') return pair;
  const principal = personOf(`${seed}/${institution.slug}/principal`);
  // The vice-principal in charge is the one who signs.
  return [office('PRINCIPAL', principal, null), office('VICE_PRINCIPAL', leader.personName, null), ...pair];
}

/** The class teacher of a class group. */
export function planTeacher(seed: string, school: PlannedSchool, group: PlannedClassGroup): PlannedAccount {
  const loginName = `${school.slug}${TEACHER_LOGIN}${group.code}`;
  return {
    id: group.teacherId!,
    loginName,
    personName: personOf(`${seed}/${loginName}`),
    institutionId: school.id,
    path: school.path,
    role: 'CLASS_TEACHER',
  };
}

function personOf(text: string): string {
  const chance = chanceOf(text);
  const gender = chance.happens(0.45) ? '1' : '2';
  return drawName(chance, { gender, bornIn: chance.between(1971, 1996), ethnicGroup: drawEthnicGroup(chance) });
}

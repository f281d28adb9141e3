/** 校区: the places a school teaches at (SX-6.1.2); they have no scope of their own, their school's counts. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { getInstitutionInScope, lockInstitution } from '../institution.store.ts';
import { endingOn } from '../validity.ts';
import { getCampus, insertCampus, listCampuses, setCampusEnd } from './campus.store.ts';

/** 新设校区. Refuses a second one of the same name. */
export async function addCampus(
  services: Services,
  actor: Actor,
  institutionId: string,
  { name, address }: { name: string; address?: string | undefined },
): Promise<{ id: string }> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const school = await lockInstitution(tx, institutionId);
    if (school.kind !== 'SCHOOL') throw refuse('BAD_INPUT', { what: '只有学校才有校区' });
    const known = await listCampuses(tx, school.id);
    if (known.some((campus) => campus.name === name)) throw refuse('BAD_INPUT', { what: `已有校区“${name}”` });
    const id = services.newId();
    const validFrom = dayOf(tx.now);
    await insertCampus(tx, { id, institutionId: school.id, name, address: address ?? null, validFrom, validTo: null });
    await record(tx, asAuditActor(actor), {
      action: 'ADD_CAMPUS',
      subjectKind: 'INSTITUTION',
      subjectId: school.id,
      path: school.path,
      detail: { campusId: id, name },
    });
    return { id };
  });
}

/** 撤销校区. */
export async function endCampus(services: Services, actor: Actor, campusId: string): Promise<{ validTo: CivilDate }> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const campus = await getCampus(tx, campusId);
    const school = await getInstitutionInScope(tx, actor, campus.institutionId);
    if (campus.validTo) throw refuse('BAD_INPUT', { what: '此校区已撤销' });
    const validTo = endingOn(campus.validFrom, dayOf(tx.now));
    await setCampusEnd(tx, campus.id, validTo);
    await record(tx, asAuditActor(actor), {
      action: 'END_CAMPUS',
      subjectKind: 'INSTITUTION',
      subjectId: school.id,
      path: school.path,
      detail: { campusId, name: campus.name },
    });
    return { validTo };
  });
}

/** 任职登记: the principal and the vice-principal in charge; who held the post before leaves it the same day. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { holds } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import { getInstitution } from '../institutions/institution.store.ts';
import { endingOn, isValidOn } from '../institutions/validity.ts';
import { getOffice, insertOffice, listOffices, setOfficeEnd } from './office.store.ts';
import { type NAMED_POSTS, POSTS } from './office.ts';

export interface Appointment {
  institutionId: string;
  post: (typeof NAMED_POSTS)[number];
  personName: string;
  workPhone?: string | undefined;
  from: CivilDate;
}

/** Refuses where the post is held by somebody who came to it on that day or later. */
export async function appointOfficer(
  services: Services,
  actor: Actor,
  { institutionId, post, personName, workPhone, from }: Appointment,
): Promise<{ id: string }> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const { path, kind } = await getInstitution(tx, { id: institutionId });
    if (!holds(actor.institution.path, path)) throw refuse('NOT_FOUND', { what: '此机构' });
    if (kind === 'AUTHORITY') throw refuse('BAD_INPUT', { what: `教育局没有${POSTS[post].words}，请登记学校的` });
    const held = (await listOffices(tx, institutionId)).filter((office) => office.post === post);
    if (held.some(({ validFrom }) => validFrom >= from)) {
      throw refuse('BAD_INPUT', { what: `已登记有更晚到任的${POSTS[post].words}，请核对到任日期` });
    }
    for (const office of held.filter((one) => isValidOn(one, from))) await setOfficeEnd(tx, office.id, from);
    const id = services.newId();
    const sealed = workPhone ? services.cipher.seal('offices', id, { workPhone }) : null;
    const whole = { id, institutionId, path, post, personName, accountId: null, sealed };
    await insertOffice(tx, { ...whole, validFrom: from, validTo: null });
    await record(tx, asAuditActor(actor), {
      action: 'BEGIN_OFFICE',
      subjectKind: 'INSTITUTION',
      subjectId: institutionId,
      path,
      detail: { officeId: id, post, from, ended: held.filter((one) => isValidOn(one, from)).map((one) => one.id) },
    });
    return { id };
  });
}

/** 离任. Offices that come with an account end with it. */
export async function endOffice(
  services: Services,
  actor: Actor,
  officeId: string,
  on: CivilDate,
): Promise<{ validTo: CivilDate }> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const office = await getOffice(tx, officeId);
    if (office.accountId) throw refuse('BAD_INPUT', { what: '此人随账号任职，请在账号中换岗或停用' });
    if (office.validTo) throw refuse('BAD_INPUT', { what: '此人已离任' });
    if (on < office.validFrom) throw refuse('BAD_INPUT', { what: '离任日期早于到任日期，请核对' });
    const validTo = endingOn(office.validFrom, on);
    await setOfficeEnd(tx, office.id, validTo);
    await record(tx, asAuditActor(actor), {
      action: 'END_OFFICE',
      subjectKind: 'INSTITUTION',
      subjectId: office.institutionId,
      path: office.path,
      detail: { officeId, post: office.post, validTo },
    });
    return { validTo };
  });
}

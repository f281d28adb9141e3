/** 设定学籍主管部门: who decides for a stage of a school from a day on (MOE-3.7, SC-3.5, SX-3.7, SX-3.9). */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { holds } from '../../../kernel/place-codes.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Stage } from '../../../policy/index.ts';
import { getInstitution, type Institution, lockInstitution } from '../institution.store.ts';
import { STAGES } from '../school-types.api.ts';
import { isValidOn } from '../validity.ts';
import {
  insertSupervisions,
  listSupervisions,
  mendSupervision,
  type Supervision,
  setSupervisionEnd,
} from './supervision.store.ts';

export interface SupervisionWish {
  schoolId: string;
  stage: Stage;
  authorityId: string;
  /** Who reviews first, where the law of the place wants that (C82). */
  reviewerId?: string | undefined;
  from: CivilDate;
}

/** Refuses an authority that the school does not lie under, or that stands above the actor's own institution. */
export async function setSupervision(services: Services, actor: Actor, wish: SupervisionWish): Promise<Supervision> {
  const { schoolId, stage, authorityId, reviewerId = null, from } = wish;
  return services.db.write(scopeOf(actor), async (tx) => {
    const school = await lockInstitution(tx, schoolId);
    if (school.kind !== 'SCHOOL' || !school.stages.includes(stage)) {
      throw refuse('BAD_INPUT', { what: `${school.name}没有${STAGES[stage]}学段` });
    }
    await refuseUnfitParty(tx, actor, school, authorityId, '学籍主管部门');
    if (reviewerId) await refuseUnfitParty(tx, actor, school, reviewerId, '审核部门');
    if (reviewerId === authorityId) throw refuse('BAD_INPUT', { what: '审核部门与学籍主管部门须是两个部门' });
    const wanted: Supervision = { schoolId, stage, authorityId, reviewerId, validFrom: from, validTo: null };
    const standing = (await listSupervisions(tx, schoolId, from)).filter((one) => one.stage === stage);
    if (standing.some(({ validFrom }) => validFrom > from)) {
      throw refuse('BAD_INPUT', { what: '已设有更晚生效的主管关系，请核对生效日期' });
    }
    const current = standing.find((one) => isValidOn(one, from));
    if (current?.validFrom === from) await mendSupervision(tx, wanted);
    else {
      if (current) await setSupervisionEnd(tx, current, from);
      await insertSupervisions(tx, [wanted]);
    }
    await record(tx, asAuditActor(actor), {
      action: 'SET_SUPERVISION',
      subjectKind: 'INSTITUTION',
      subjectId: schoolId,
      path: school.path,
      detail: { stage, authorityId, reviewerId, from, before: current?.authorityId ?? null },
    });
    return wanted;
  });
}

async function refuseUnfitParty(
  tx: Transaction,
  actor: Actor,
  school: Institution,
  partyId: string,
  words: string,
): Promise<void> {
  const party = await getInstitution(tx, { id: partyId });
  if (party.kind === 'SCHOOL' || party.validTo || !holds(party.path, school.path)) {
    throw refuse('BAD_INPUT', { what: `${words}须是${school.name}所属的教育行政部门或中心校` });
  }
  if (!holds(actor.institution.path, party.path)) {
    throw refuse('NOT_ALLOWED', { what: `${party.name}为${words}须由其自己或其上级设定` });
  }
}

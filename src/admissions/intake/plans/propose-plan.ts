/** 拟定招生计划: the first half of two people; the plans count once another has signed. */
import type { Actor, Services } from '../../../access/index.ts';
import { institutionsById } from '../../../authorities/index.ts';
import { type CaseEngine, caseNumber } from '../../../cases/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { holds } from '../../../kernel/place-codes.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { ADMISSION_PLAN, type PlanData } from './admission-plan.ts';
import type { PlanProposal } from './admission-plans.api.ts';
import { planKey } from './plan.store.ts';

/**
 * Opens the case. Refuses BAD_INPUT where a school stands twice or does not teach the stage, NOT_FOUND for a school
 * that is not under the actor's authority.
 */
export async function proposePlan(
  services: Pick<Services, 'newId' | 'randomBytes'>,
  engine: CaseEngine,
  tx: Transaction,
  actor: Actor,
  proposal: PlanProposal,
): Promise<string> {
  const today = dayOf(tx.now);
  const data = await readProposal(tx, actor, proposal);
  const { institution } = actor;
  const id = services.newId();
  await engine.open(
    tx,
    actor,
    {
      id,
      subjectId: institution.id,
      subjectKind: 'INSTITUTION',
      number: caseNumber(services, 'JH', today),
      kind: ADMISSION_PLAN,
      workflow: 'admission-plan',
      title: `${data.intakeYear}年招生计划 ${data.items.length}项`,
      schoolId: institution.id,
      authorityId: institution.id,
      parties: { authority: institution.id },
      path: institution.path,
      counterpartPath: null,
      lawDay: today,
      data: { ...data },
      openedAt: tx.now,
    },
    { action: 'SET', opinion: proposal.reason },
  );
  return id;
}

async function readProposal(tx: Transaction, actor: Actor, proposal: PlanProposal): Promise<PlanData> {
  const { intakeYear, paper, items } = proposal;
  const keys = new Set(items.map(({ schoolId, stage }) => planKey(schoolId, stage)));
  if (keys.size < items.length) throw refuse('BAD_INPUT', { what: '同一学校同一学段只能填写一次，请删去重复的一行' });
  const schools = await institutionsById(tx, [...new Set(items.map(({ schoolId }) => schoolId))]);
  return {
    intakeYear,
    paper: { ...paper, issuedOn: paper.issuedOn as CivilDate },
    items: items.map((item) => {
      const school = schools.get(item.schoolId);
      if (school?.kind !== 'SCHOOL' || !holds(actor.institution.path, school.path)) {
        throw refuse('NOT_FOUND', { what: '其中有的学校' });
      }
      if (!school.stages.includes(item.stage)) {
        throw refuse('BAD_INPUT', { what: `${school.name}不设此学段，请删去该行` });
      }
      const { crossCityPlaces = 0 } = item;
      if (crossCityPlaces > 0 && (item.stage !== 'SENIOR' || crossCityPlaces > item.places)) {
        throw refuse('BAD_INPUT', { what: `${school.name}的跨市招生计划只用于普通高中，且不多于计划人数，请改正` });
      }
      return { ...item, schoolName: school.name };
    }),
  };
}

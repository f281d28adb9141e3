/** 拟定学校变动: an authority, or a town's centre school, draws up what becomes of a school; the case waits for the leader. */
import type { Actor, Services } from '../../access/index.ts';
import { getInstitution, getInstitutionInScope, getSupervision, type Institution } from '../../authorities/index.ts';
import { type Case, type CaseEngine, caseNumber } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { holds } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import { byVerdict, type LawFinding } from '../../policy/index.ts';
import { askRestructuring, withSizes } from '../deciding/ask-law.ts';
import type { PlanView, RestructuringMatter } from '../restructuring.api.ts';
import { MATTER_WORDS, RESTRUCTURING, type RestructuringData } from '../restructuring.ts';
import { makePlan } from './make-plan.ts';
import { sayMatter } from './say-matter.ts';

interface Wish {
  schoolId: string;
  matter: RestructuringMatter;
}

/** 预演: everybody and everything that would move, what stands in the way, and what the law says. */
export async function previewRestructuring(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  { schoolId, matter }: Wish,
): Promise<PlanView> {
  const school = await getInstitutionInScope(tx, actor, schoolId);
  await refuseElsewhere(tx, actor, school, matter);
  const plan = await makePlan(tx, school, matter);
  const byTownship = actor.institution.level === 'CENTRE';
  const asked = { school, matter, byTownship, withCounty: true, day: dayOf(tx.now) };
  const decision = await askRestructuring(tx, services, asked);
  return {
    schoolName: school.name,
    said: await sayMatter(tx, matter),
    ...plan,
    moves: await withSizes(tx, services, plan.moves, asked.day),
    findings: (decision?.findings ?? []).toSorted(byVerdict).map(findingOf),
  };
}

export const findingOf = ({ ruleId, code, verdict, sentence, remedy, chip }: LawFinding) => ({
  ...{ ruleId, code, verdict, sentence, remedy: remedy ?? null, chip },
});

/** Where students go, and who keeps the files, lies in the hands of whoever draws it up. */
async function refuseElsewhere(
  tx: Transaction,
  actor: Actor,
  school: Pick<Institution, 'path'>,
  matter: RestructuringMatter,
): Promise<void> {
  const named =
    matter.kind === 'MERGER'
      ? [matter.intoId]
      : matter.kind === 'WHOLE_CLASS'
        ? [matter.toId]
        : matter.kind === 'CLOSURE'
          ? [...matter.destinations.map(({ toId }) => toId), ...(matter.custodianId ? [matter.custodianId] : [])]
          : [];
  for (const id of new Set(named)) {
    const { path, kind } = await getInstitution(tx, { id });
    // The county names the keeper (MOE-9.5); a town that asks may put the county itself forward.
    const over = matter.kind === 'CLOSURE' && kind === 'AUTHORITY' && holds(path, school.path);
    if (!over && !holds(actor.institution.path, path)) {
      throw refuse('BAD_INPUT', { what: '去向须在本单位管理范围内；跨区划的请由共同的上级部门拟定' });
    }
  }
}

/** Opens the case with its first half. Refuses what the preview refuses, and what a MUST of the law forbids. */
export async function openRestructuring(
  tx: Transaction,
  services: Pick<Services, 'law' | 'newId' | 'randomBytes'>,
  engine: CaseEngine,
  actor: Actor,
  { schoolId, matter, opinion }: Wish & { opinion: string },
): Promise<string> {
  const preview = await previewRestructuring(tx, services, actor, { schoolId, matter });
  const school = await getInstitution(tx, { id: schoolId });
  const byTownship = actor.institution.level === 'CENTRE';
  const authorityId = byTownship ? await authorityOf(tx, school) : actor.institution.id;
  const data: RestructuringData = { matter, schoolName: school.name, said: preview.said };
  const one: Case = {
    id: services.newId(),
    subjectId: school.id,
    subjectKind: 'INSTITUTION',
    number: caseNumber(services, 'BD', dayOf(tx.now)),
    kind: RESTRUCTURING,
    workflow: byTownship ? 'restructuring-requested' : 'restructuring',
    title: `${school.name}${MATTER_WORDS[matter.kind]}`,
    schoolId: actor.institution.id,
    authorityId,
    parties: { authority: authorityId, ...(byTownship ? { reviewer: actor.institution.id } : {}) },
    path: actor.institution.path,
    counterpartPath: null,
    lawDay: dayOf(tx.now),
    data: { ...data },
    openedAt: tx.now,
  };
  await engine.open(tx, actor, one, { action: byTownship ? 'SUBMIT' : 'APPROVE', opinion });
  return one.id;
}

/** 主管部门: whoever supervises the school's first stage. */
async function authorityOf(tx: Transaction, { id, stages }: Institution): Promise<string> {
  const [stage = 'PRIMARY'] = stages;
  return (await getSupervision(tx, id, stage, dayOf(tx.now))).authorityId;
}

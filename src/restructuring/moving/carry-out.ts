/** 执行变动: what was planned is done in one transaction: class groups, students, files, and the school itself. */
import type { Actor, Services } from '../../access/index.ts';
import {
  changeSchoolingIn,
  classGroupCode,
  endClassGroup,
  getClassGroup,
  getInstitution,
  highestOrdinals,
  type Institution,
  insertClassGroups,
  lockInstitution,
} from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type OwedFile, oweFiles } from '../../hand-over/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { makePlan } from '../planning/make-plan.ts';
import { listStanding } from '../planning/plan.store.ts';
import type { RestructuringMatter } from '../restructuring.api.ts';
import type { Move, RestructuringPlan } from '../restructuring.ts';
import { endSchool } from './end-school.store.ts';
import { moveStudents } from './move-students.store.ts';

export interface Undertaking {
  school: Institution;
  matter: RestructuringMatter;
  caseId: string;
  on: CivilDate;
  reason: string;
}

/** Refuses CONFLICT where something stands in the way, as blockersOf words it: nobody is left without a school. */
export async function carryOut(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  undertaking: Undertaking,
): Promise<RestructuringPlan> {
  const { school, matter, caseId, on, reason } = undertaking;
  // Whoever opens a class group at one of these schools meanwhile waits, so that no ordinal is given twice.
  await lockInstitution(tx, school.id);
  const plan = await makePlan(tx, school, matter, caseId);
  const blocker = blockerOf(plan);
  if (blocker) throw refuse('CONFLICT', { what: blocker });
  for (const toId of new Set(plan.moves.map((one) => one.toId!))) await lockInstitution(tx, toId);
  const owed: OwedFile[] = [];
  for (const move of plan.moves) owed.push(...(await carryOver(tx, actor, move, undertaking)));
  await oweFiles(tx, services, owed);
  if (matter.kind === 'MERGER') await endSchool(tx, school, { custodianId: matter.intoId, caseId, on });
  if (matter.kind === 'CLOSURE') {
    if (!matter.custodianId) throw refuse('CONFLICT', { what: '还没有指定接管档案的单位，指定后再办撤销' });
    const { custodianId, archiveName } = matter;
    await endSchool(tx, school, { custodianId, archiveName, caseId, on });
  }
  if (matter.kind === 'SCHOOLING') await changeSchoolingIn(tx, actor, school.id, { ...withoutKind(matter), reason });
  return plan;
}

const withoutKind = ({ kind, ...change }: Extract<RestructuringMatter, { kind: 'SCHOOLING' }>) => change;

/** 不能执行的原因: in one sentence; undefined where nothing stands in the way. */
export function blockerOf({ openCases, orphans }: RestructuringPlan): string | undefined {
  const [first] = openCases;
  if (first) return `${first.words}${openCases.length > 1 ? `等${openCases.length}件` : ''}还没有办结，办结后再执行`;
  return orphans > 0 ? `还有${orphans}名学生没有去向，指定去向或者先办转学后再执行` : undefined;
}

/** Answers the paper files that follow. The case is the authority's, where neither school can look it up: none is named. */
async function carryOver(
  tx: Transaction,
  actor: Actor,
  move: Move,
  { school: from, caseId, on, reason }: Undertaking,
): Promise<OwedFile[]> {
  const to = await getInstitution(tx, { id: move.toId! });
  const classGroupId = move.classGroupId ? await openThere(tx, move.classGroupId, to, on) : null;
  const standing = await listStanding(tx, from, move);
  const studentIds = standing.map(({ studentId }) => studentId);
  await moveStudents(tx, { studentIds, from, to, classGroupId, caseId, on });
  if (move.classGroupId) await endClassGroup(tx, actor, await getClassGroup(tx, move.classGroupId), reason);
  const following = { caseId: null, reason: 'RESTRUCTURING', from, to, stage: move.stage, completedOn: on } as const;
  return standing.map(({ studentId, name }) => ({ studentId, name, ...following }));
}

/** The same class group at the other school, with the next free ordinal of its intake there. */
async function openThere(tx: Transaction, id: string, to: Institution, on: CivilDate): Promise<string> {
  const group = await getClassGroup(tx, id);
  const { stage, intakeYear } = group;
  const ordinal = ((await highestOrdinals(tx, to.id)).get(`${stage}/${intakeYear}`) ?? 0) + 1;
  const there = {
    ...{ ...group, id: tx.newId(), schoolId: to.id, path: to.path, county: to.county, ordinal },
    ...{ code: classGroupCode(stage, intakeYear, ordinal), teacherId: null, validFrom: on },
  };
  await insertClassGroups(tx, [there]);
  return there.id;
}

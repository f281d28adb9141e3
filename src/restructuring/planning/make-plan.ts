/** 变动方案: who goes where if it is carried out today, what each class group is called there, and what stands in the way. */
import {
  classGroupName,
  getClassGroup,
  gradeName,
  gradeOf,
  gradesOf,
  highestOrdinals,
  type Institution,
  institutionsById,
  listClassGroups,
  schoolingAfter,
} from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { RestructuringMatter } from '../restructuring.api.ts';
import type { Move, RestructuringPlan } from '../restructuring.ts';
import { countEntrants, countStanding, listOpenAt, type Standing } from './plan.store.ts';
import { followingFiles, formerFiles } from './plan-files.ts';

/**
 * For the caller to run where school and destinations are in scope. Refuses BAD_INPUT where a destination does not teach
 * the grade, is no school in existence, or is the school itself, or where the files would have no keeper in existence;
 * CONFLICT where the school has ended.
 */
export async function makePlan(
  tx: Transaction,
  school: Institution,
  matter: RestructuringMatter,
  besides?: string,
): Promise<RestructuringPlan> {
  if (school.kind !== 'SCHOOL') throw refuse('BAD_INPUT', { what: '请选择学校，教育行政部门不在此办理' });
  if (school.validTo !== null)
    throw refuse('CONFLICT', { what: `${school.name}已于${school.validTo}撤并，不再办理变动` });
  if (matter.kind === 'SCHOOLING') return leftBehind(tx, school, matter);
  const standing = (await countStanding(tx, school)).filter(
    ({ classGroupId }) => matter.kind !== 'WHOLE_CLASS' || classGroupId === matter.classGroupId,
  );
  if (matter.kind === 'WHOLE_CLASS') await refuseOtherGroup(tx, school, matter.classGroupId, standing);
  const former = await formerFiles(tx, school, matter);
  const targets = await institutionsById(tx, targetIdsOf(matter));
  const moves = await movesOf(tx, school, matter, standing, targets);
  const students = moves.reduce((sum, one) => sum + one.students, 0);
  const orphans = moves.reduce((sum, one) => sum + (one.toId === null ? one.students : 0), 0);
  const files = { withStudents: followingFiles(moves), former };
  return { moves, students, files, orphans, openCases: await openAt(tx, school, matter, besides) };
}

/** Whoever stands in a stage or grade that the school would no longer have: they are to be moved first. */
async function leftBehind(
  tx: Transaction,
  school: Institution,
  { kind, ...change }: Extract<RestructuringMatter, { kind: 'SCHOOLING' }>,
): Promise<RestructuringPlan> {
  const { stages, years } = schoolingAfter(school, change);
  const kept = new Set(gradesOf(stages, years).map(({ stage, grade }) => `${stage} ${grade}`));
  const left = (await countStanding(tx, school)).filter(({ stage, grade }) => !kept.has(`${stage} ${grade}`));
  const moves = await movesOf(tx, school, { kind: 'CLOSURE', destinations: [] }, left, new Map());
  const students = moves.reduce((sum, one) => sum + one.students, 0);
  return { moves, students, files: { withStudents: [], former: null }, orphans: students, openCases: [] };
}

async function refuseOtherGroup(tx: Transaction, school: Institution, id: string, standing: Standing[]) {
  const group = await getClassGroup(tx, id);
  if (group.schoolId !== school.id) throw refuse('BAD_INPUT', { what: '此班级不在所选学校，请重新选择' });
  if (standing.length === 0) throw refuse('BAD_INPUT', { what: '此班级没有学生，不必整班转学' });
}

const targetIdsOf = (matter: RestructuringMatter): string[] => {
  if (matter.kind === 'MERGER') return [matter.intoId];
  if (matter.kind === 'WHOLE_CLASS') return [matter.toId];
  return matter.kind === 'CLOSURE' ? [...new Set(matter.destinations.map(({ toId }) => toId))] : [];
};

function targetIdOf(matter: RestructuringMatter, grade: number): string | undefined {
  if (matter.kind === 'MERGER') return matter.intoId;
  if (matter.kind === 'WHOLE_CLASS') return matter.toId;
  return matter.kind === 'CLOSURE' ? matter.destinations.find((one) => one.grade === grade)?.toId : undefined;
}

async function movesOf(
  tx: Transaction,
  school: Institution,
  matter: RestructuringMatter,
  standing: readonly Standing[],
  targets: ReadonlyMap<string, Institution>,
): Promise<Move[]> {
  const today = dayOf(tx.now);
  const groups = new Map((await listClassGroups(tx, school.id, today)).map((group) => [group.id, group]));
  const ordinals = new Map<string, Map<string, number>>();
  for (const id of targets.keys()) ordinals.set(id, await highestOrdinals(tx, id));
  return byGroup(standing).map((one): Move => {
    const group = one.classGroupId ? groups.get(one.classGroupId) : undefined;
    const grade = group ? gradeOf(group, today) : one.grade;
    const to = refuseUnfit(school, targets, targetIdOf(matter, grade), one);
    const move = { classGroupId: one.classGroupId, stage: one.stage, grade, students: one.students };
    const groupWords = group ? classGroupName(grade, group.ordinal) : `${gradeName(grade)}未编班`;
    if (!to) return { ...move, groupWords, toId: null, toName: null, groupThere: null, size: null };
    const there = group && nextOrdinal(ordinals.get(to.id)!, `${group.stage}/${group.intakeYear}`);
    const groupThere = there === undefined ? null : classGroupName(grade, there);
    return { ...move, groupWords, toId: to.id, toName: to.name, groupThere, size: null };
  });
}

/** A class group of several grades (复式班) is one move, under the grade of most. */
function byGroup(standing: readonly Standing[]): Standing[] {
  const rows = new Map<string, Standing>();
  for (const one of standing.toSorted((a, b) => b.students - a.students)) {
    const key = one.classGroupId ?? `${one.stage} ${one.grade}`;
    const row = rows.get(key);
    if (row) row.students += one.students;
    else rows.set(key, { ...one });
  }
  return [...rows.values()].toSorted((a, b) => a.grade - b.grade);
}

function nextOrdinal(highest: Map<string, number>, key: string): number {
  const next = (highest.get(key) ?? 0) + 1;
  highest.set(key, next);
  return next;
}

function refuseUnfit(
  school: Institution,
  targets: ReadonlyMap<string, Institution>,
  toId: string | undefined,
  { stage }: Standing,
): Institution | undefined {
  if (toId === undefined) return undefined;
  const to = targets.get(toId);
  if (to?.kind !== 'SCHOOL' || to.validTo !== null)
    throw refuse('BAD_INPUT', { what: '去向须是在办的学校，请重新选择' });
  if (to.id === school.id) throw refuse('BAD_INPUT', { what: '去向不能是原学校，请另选学校' });
  if (!to.stages.includes(stage)) throw refuse('BAD_INPUT', { what: `${to.name}不设此学段，请另选去向` });
  return to;
}

/** A whole class group is held up by its own students' cases alone, a school that ends by all that is open there. */
async function openAt(
  tx: Transaction,
  school: Institution,
  matter: RestructuringMatter,
  besides: string | undefined,
): Promise<RestructuringPlan['openCases']> {
  const open = await listOpenAt(tx, school, {
    besides,
    classGroupId: matter.kind === 'WHOLE_CLASS' ? matter.classGroupId : null,
  });
  const words = open.map(({ caseId, number, title }) => ({ caseId, words: `${title}（${number}）` }));
  if (matter.kind === 'WHOLE_CLASS') return words;
  const entrants = await countEntrants(tx, school.id);
  return entrants > 0 ? [...words, { caseId: null, words: `${entrants}名新生已申报未建籍` }] : words;
}

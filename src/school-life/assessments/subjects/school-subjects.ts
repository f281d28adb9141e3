/** 学校科目: the national list as the school teaches it, with its own modules; the school changes it. */
import { type Actor, asAuditActor } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { getInstitution, gradeName, gradesOf, type Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Stage } from '../../../policy/index.ts';
import type { SubjectsView, SubjectWish } from '../api/assessments.api.ts';
import { nationalSubjects } from './national-subjects.ts';
import { listKeptSubjects, putSubject } from './subject.store.ts';
import type { Subject } from './subject.ts';

const STAGE_WORDS: Record<Stage, string> = { PRIMARY: '小学', JUNIOR: '初中', SENIOR: '普通高中' };

/** The subjects of a stage: national ones first, as the school has set them, then its own. */
export async function subjectsOf(
  tx: Transaction,
  school: Pick<Institution, 'id' | 'years'>,
  stage: Stage,
): Promise<Subject[]> {
  const kept = (await listKeptSubjects(tx, school.id)).filter((one) => one.stage === stage);
  const byCode = new Map(kept.map((one) => [one.code, one]));
  const national = nationalSubjects(stage, school.years);
  const codes = new Set(national.map(({ code }) => code));
  return [
    ...national.map((one) => ({ ...one, ...byCode.get(one.code) })),
    ...kept.filter(({ code }) => !codes.has(code)).map((one) => ({ ...one, own: true })),
  ];
}

/** Of every stage of the caller's school. */
export async function viewSubjects(tx: Transaction, actor: Actor): Promise<SubjectsView> {
  const school = await getInstitution(tx, { id: actor.institution.id });
  const stages = [];
  for (const stage of school.stages) {
    const grades = gradesOf([stage], school.years).map(({ grade }) => ({ grade, words: gradeName(grade) }));
    const subjects = (await subjectsOf(tx, school, stage)).map((one) => ({ ...one, grades: [...one.grades] }));
    stages.push({ stage, stageWords: STAGE_WORDS[stage], grades, subjects });
  }
  return { stages };
}

/**
 * Switches a subject on and off by grade, sets its scale, or names a module of the school's own. Refuses BAD_INPUT for a
 * grade that the stage does not have, a scale of points without full points, and a module without category and credits.
 */
export async function setSubject(tx: Transaction, actor: Actor, wish: SubjectWish): Promise<SubjectsView> {
  const school = await getInstitution(tx, { id: actor.institution.id });
  if (!school.stages.includes(wish.stage)) throw refuse('BAD_INPUT', { what: '本校不设此学段' });
  const grades = gradesOf([wish.stage], school.years).map(({ grade }) => grade);
  if (wish.grades.some((grade) => !grades.includes(grade))) throw refuse('BAD_INPUT', { what: '此学段没有所选的年级' });
  const before = await subjectsOf(tx, school, wish.stage);
  const known = wish.code ? before.find(({ code }) => code === wish.code) : undefined;
  if (wish.code && !known) throw refuse('NOT_FOUND', { what: '此科目' });
  if (before.some(({ name, code }) => name === wish.name && code !== wish.code)) {
    throw refuse('BAD_INPUT', { what: `已有“${wish.name}”，请换一个名称` });
  }
  const subject = checked({ ...wish, code: known?.code ?? `OWN-${tx.newId()}` });
  await putSubject(tx, subject, { school, by: actor });
  await record(tx, asAuditActor(actor), {
    action: 'SET_SUBJECT',
    subjectKind: 'INSTITUTION',
    subjectId: school.id,
    path: school.path,
    detail: { before: known ?? null, after: subject },
  });
  return viewSubjects(tx, actor);
}

function checked({ stage, code, name, grades, scale, fullPoints, category, credits }: SubjectWish & { code: string }) {
  if (scale === 'POINTS' && !fullPoints) throw refuse('BAD_INPUT', { what: '按分数计的科目须填满分' });
  if (scale === 'CREDITS' && !(category && credits)) throw refuse('BAD_INPUT', { what: '学分模块须填类别和学分' });
  return {
    ...{ stage, code, name, grades: grades.toSorted((a, b) => a - b), scale },
    fullPoints: scale === 'POINTS' ? fullPoints : null,
    category: scale === 'CREDITS' ? category : null,
    credits: scale === 'CREDITS' ? credits : null,
  };
}

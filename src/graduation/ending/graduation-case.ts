/** 毕业办件: its law, its printed list, and the end of all registrations by it. */
import { createHash } from 'node:crypto';
import { asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { endClassGroup, getInstitution, listSeats } from '../../authorities/index.ts';
import {
  type CaseApplication,
  type CaseCheck,
  type CaseContext,
  type CaseFinding,
  type CaseKind,
  updateCase,
} from '../../cases/index.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { byVerdict } from '../../policy/index.ts';
import type { Workflow } from '../../workflow/index.ts';
import { countOutcomes, GRADUATION, type GraduationData, STAGE_WORDS, STAYS, sayOutcomes } from '../graduation.ts';
import { type JudgedGraduand, judgeLastGrade, lastGradeOf } from '../results/last-grade.ts';
import { keepOutcomes } from '../results/results.store.ts';
import { endRegistrations } from './end-registrations.store.ts';

/** The kind with its workflows. */
export function graduationKind({ law }: Pick<Services, 'law'>, workflows: readonly Workflow[]): CaseKind {
  return {
    workflows: workflows.filter(({ kind }) => kind === GRADUATION),
    check: (context) => checkGraduation(law, context),
    dueOn: () => Promise.reject(new Error('no text gives a term for graduation')),
    application: async ({ theCase }) => applicationOf(dataOf(theCase)),
    effects: { COMPLETED: (context) => completeGraduation(law, context) },
  };
}

export const dataOf = ({ data }: { data: Record<string, unknown> }): GraduationData =>
  data as unknown as GraduationData;

async function judgedNow(law: Services['law'], { tx, theCase }: CaseContext) {
  const { stage, year } = dataOf(theCase);
  return tx.beyondScope(async () => {
    const school = await getInstitution(tx, { id: theCase.schoolId });
    const of = lastGradeOf(school, stage, year);
    return { of, school, all: await judgeLastGrade({ tx, law, school, day: dayOf(tx.now) }, of) };
  });
}

/** What the law says of those whose stage would end, counted by rule; once it has ended nobody is asked about any more. */
async function checkGraduation(law: Services['law'], context: CaseContext): Promise<CaseCheck> {
  const { done, undone } = dataOf(context.theCase);
  if (done) {
    const note = `${sayOutcomes(done.outcomes)}${undone ? `，${undone.on}已撤销` : ''}`;
    return { findings: [], red: 0, amber: 0, green: 0, note, unsound: 0 };
  }
  const { all } = await judgedNow(law, context);
  const counted = new Map<string, CaseFinding>();
  for (const finding of all.flatMap(({ judged }) => judged.findings)) {
    const key = `${finding.ruleId} ${finding.code} ${finding.sentence}`;
    counted.set(key, { ...finding, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  const leaving = all.filter(({ judged }) => judged.outcome);
  const weighed = leaving.filter(({ judged }) => judged.findings.some(({ verdict }) => verdict === 'DISCRETIONARY'));
  const stays = all.length - leaving.length;
  return {
    findings: [...counted.values()].toSorted(byVerdict),
    red: 0,
    amber: weighed.length,
    green: leaving.length - weighed.length,
    note: `${sayOutcomes(countOutcomes(all.map(({ judged }) => judged)))}${stays > 0 ? `，暂不办理${stays}人` : ''}`,
    unsound: stays,
  };
}

async function completeGraduation(law: Services['law'], context: CaseContext): Promise<void> {
  const { tx, actor, theCase } = context;
  const data = dataOf(theCase);
  if (data.byCity && actor.institution.id !== (theCase.parties.city ?? theCase.authorityId)) {
    throw refuse('LAW_REFUSES', { sentence: '毕业名单须经市级教育行政部门核准' });
  }
  const { of, school, all } = await judgedNow(law, context);
  const leaving = all.flatMap(({ studentId, facts, judged }) =>
    judged.outcome ? [{ studentId, facts: facts ?? {}, outcome: judged.outcome, grounds: judged.grounds }] : [],
  );
  if (leaving.length === 0) throw refuse('CONFLICT', { what: '没有可以办理毕业的学生，请退回或者撤回此件' });
  const on = dayOf(tx.now);
  const outcomes = countOutcomes(leaving);
  const lines = leaving.map(({ studentId, outcome }) => `${studentId} ${outcome}\n`).toSorted();
  const digest = createHash('sha256').update(lines.join('')).digest('hex');
  await tx.beyondScope(async () => {
    const ended = await endRegistrations(tx, { school, leaving, caseId: theCase.id, on });
    if (ended < leaving.length) throw refuse('CONFLICT', { what: '有学生的学籍刚刚变动' });
    await keepOutcomes(tx, of, { caseId: theCase.id, by: actor }, leaving);
    const left = new Set(leaving.map(({ studentId }) => studentId));
    const emptied = all.flatMap(({ studentId, classGroupId }) => (left.has(studentId) ? (classGroupId ?? []) : []));
    const closed = await closeEmptied(context, emptied);
    const done = { on, outcomes, digest, stayed: all.flatMap(stayedOf), closed };
    await updateCase(tx, theCase.id, { title: theCase.title, data: { ...data, done } });
    await record(tx, asAuditActor(actor), {
      action: 'GRADUATE_STAGE',
      subjectKind: 'INSTITUTION',
      subjectId: school.id,
      path: school.path,
      detail: { case: theCase.number, stage: data.stage, year: data.year, ...outcomes, digest },
    });
  });
}

/** 撤班: a class group in which nobody is left has ended with its stage; where somebody stays behind it goes on. */
async function closeEmptied({ tx, actor, theCase }: CaseContext, ids: readonly string[]): Promise<string[]> {
  const groups = await listSeats(tx, [...new Set(ids)], dayOf(tx.now));
  const empty = groups.filter(({ seated, validTo }) => seated === 0 && validTo === null);
  for (const group of empty) await endClassGroup(tx, actor, group, `毕业离校（办件${theCase.number}）`);
  return empty.map(({ id }) => id);
}

const stayedOf = ({ studentId, name, judged: { stay, grounds } }: JudgedGraduand) =>
  stay ? [{ studentId, name, stay, why: grounds.map(({ sentence }) => sentence).join('；') }] : [];

/** 毕业情况表: the numbers, and who stays and why. */
const applicationOf = ({ schoolName, stage, year, tally, done }: GraduationData): CaseApplication => ({
  fields: [
    ['学校', schoolName],
    ['学段', STAGE_WORDS[stage]],
    ['毕业年度', `${year}年`],
    ['办理结果', sayOutcomes(done?.outcomes ?? tally)],
    ['暂不办理', `${done?.stayed.length ?? tally.stays}人`],
  ],
  lists: done
    ? [
        {
          title: '暂不办理的学生',
          columns: [
            { heading: '姓名', width: 38, align: 'left' },
            { heading: '情形', width: 40, align: 'left' },
            { heading: '原因', width: 100, align: 'left' },
          ],
          rows: done.stayed.map(({ name, stay, why }) => [name, STAYS[stay], why]),
        },
      ]
    : [],
  signers: ['学校经办人', '学校主管领导', '核准机关'],
});

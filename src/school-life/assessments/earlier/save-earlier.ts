/** 补录: results and report of a term spent elsewhere, from the papers; marked with the school they are from. */
import { type Actor, asAuditActor } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Result } from '../assessment.api.ts';
import { isComplete, type Ratings } from '../quality/quality.api.ts';
import { endReports, reportRows } from '../quality/report.store.ts';
import { cellText, isSameValue, readResult } from '../results/read-value.api.ts';
import { endResults, type NewResult, resultRows } from '../results/result.store.ts';
import type { EarlierSave, EarlierView } from './earlier.api.ts';
import { type Earlier, earlierViewOf, occasionIn, readEarlier } from './earlier-term.ts';

/**
 * Refuses as `readEarlier` does, and BAD_INPUT for what is no result or a report that is not whole, STALE where somebody
 * was quicker, REASON_NEEDED where something of an earlier day is changed.
 */
export async function saveEarlier(
  tx: Transaction,
  actor: Actor,
  { studentId, schoolYear, term, kind, from, cells, report, reason }: EarlierSave & { studentId: string },
): Promise<EarlierView> {
  const wish = { studentId, kind, term: { schoolYear, term } };
  const earlier = await readEarlier(tx, actor, wish);
  const { come, gone } = changesOf(earlier, cells);
  const today = dayOf(tx.now);
  const before = earlier.report;
  if (report && (before?.version ?? 0) !== report.seenVersion) throw refuse('STALE', { what: '此学期的报告' });
  if (report && !isComplete(earlier.student.stage, report.ratings as Ratings)) {
    throw refuse('BAD_INPUT', { what: '报告的各方面等级须照原件填全' });
  }
  const changesReport = report !== undefined && !isSameReport(before, report);
  const old = [...gone, ...(changesReport && before ? [before] : [])];
  if (old.some(({ enteredAt }) => dayOf(enteredAt) < today) && !reason) {
    throw refuse('REASON_NEEDED', { action: '更正以前的补录' });
  }
  if (gone.length > 0) await tx.together(endResults(tx, gone, { by: actor, reason }));
  if (changesReport && before) await tx.together(endReports(tx, [before], { by: actor, reason }));
  const { student, school, grade } = earlier;
  const of = {
    ...{ schoolYear, term, school, classGroupId: student.classGroupId, stage: student.stage, by: actor },
    broughtFrom: from,
  };
  if (come.length > 0) await tx.together(resultRows(tx, come, { ...of, kind }));
  if (changesReport) {
    const row = { studentId, grade, ratings: report.ratings as Ratings, teacherWords: report.teacherWords };
    const version = report.seenVersion + 1;
    await tx.together(
      reportRows(tx, [{ ...row, version, signed: true }], { ...of, occasion: occasionIn(student.stage) }),
    );
  }
  await record(tx, asAuditActor(actor), {
    ...{ action: 'ENTER_EARLIER_TERM', subjectKind: 'STUDENT', subjectId: studentId, path: school.path },
    ...(reason ? { reason } : {}),
    detail: { schoolYear, term, kind, entered: come.length, ended: gone.length, report: changesReport },
  });
  return earlierViewOf(tx, await readEarlier(tx, actor, wish));
}

function changesOf({ student, grade, columns, results, kind }: Earlier, cells: EarlierSave['cells']) {
  const known = new Map(columns.map((column) => [column.code, column]));
  const kept = new Map(results.map((one) => [one.subject, one]));
  const come: NewResult[] = [];
  const gone: Result[] = [];
  for (const { subject, was, text } of cells) {
    const column = known.get(subject);
    if (!column) throw refuse('BAD_INPUT', { what: '有科目不在此表中，请刷新后再填' });
    const before = kept.get(subject);
    if ((before ? cellText(before.value, kind) : '') !== was) throw refuse('STALE', { what: `${column.name}成绩` });
    const reading = readResult(text, column, kind);
    if ('problem' in reading) throw refuse('BAD_INPUT', { what: `${column.name}：${reading.problem}` });
    const { value } = reading;
    if (isSameValue(before?.value, value)) continue;
    if (before) gone.push(before);
    if (!value) continue;
    const { code, name, fullPoints, category, credits } = column;
    const gives = value.mark === 'PASSED' ? { category, credits } : { category, credits: null };
    come.push({ studentId: student.studentId, grade, subject: code, subjectName: name, value, fullPoints, ...gives });
  }
  return { come, gone };
}

const isSameReport = (
  before: Earlier['report'],
  { ratings, teacherWords }: NonNullable<EarlierSave['report']>,
): boolean =>
  before !== undefined &&
  before.teacherWords === teacherWords &&
  JSON.stringify(Object.entries(before.ratings).toSorted()) === JSON.stringify(Object.entries(ratings).toSorted());

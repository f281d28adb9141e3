/** 填写综合素质报告: the class teacher writes, signs the whole class group off, and corrects afterwards with a reason. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { ReportsSave, ReportsView, SignatureWish } from '../api/further.api.ts';
import { lockClassGroupResults } from '../results/result.store.ts';
import { gradeIn } from '../term-in.ts';
import { isComplete, OCCASIONS, type QualityReport, type Ratings } from './quality.api.ts';
import { endReports, type NewReport, reportRows, signReports } from './report.store.ts';
import { type Reports, readReports, reportsViewOf } from './view-reports.ts';

type Wish = { classGroupId: string };

/**
 * Each entry is a new version; one of a signed report needs a reason and is signed by whoever corrects. Refuses NOT_FOUND
 * for a class group that is not the caller's, BAD_INPUT for who does not sit in it, STALE where somebody was quicker,
 * REASON_NEEDED for a signed report.
 */
export async function writeReports(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  { classGroupId, reports: entries, reason, ...of }: ReportsSave & Wish,
): Promise<ReportsView> {
  await lockClassGroupResults(tx, classGroupId);
  const reports = await readReports(tx, actor, { classGroupId, ...of });
  const there = new Set(reports.members.map(({ studentId }) => studentId));
  const names = new Map(reports.members.map(({ studentId, name }) => [studentId, name]));
  if (new Set(entries.map(({ studentId }) => studentId)).size < entries.length) {
    throw refuse('BAD_INPUT', { what: '同一名学生填了两份，请留一份' });
  }
  const come: NewReport[] = [];
  const gone: QualityReport[] = [];
  for (const { studentId, seenVersion, ratings, teacherWords } of entries) {
    if (!there.has(studentId)) throw refuse('BAD_INPUT', { what: '有学生不在本班，请刷新名单再填' });
    const before = reports.kept.get(studentId);
    if ((before?.version ?? 0) !== seenVersion) throw refuse('STALE', { what: `${names.get(studentId)}的报告` });
    if (before && isSame(before, ratings as Ratings, teacherWords)) continue;
    const signed = before?.signedAt !== null && before !== undefined;
    if (signed && !reason) throw refuse('REASON_NEEDED', { action: '更正已签署的报告' });
    if (signed && !isComplete(reports.group.stage, ratings as Ratings)) {
      throw refuse('BAD_INPUT', { what: `${names.get(studentId)}的报告已签署，各方面等级须填全` });
    }
    if (before) gone.push(before);
    const grade = gradeIn(reports.group, reports);
    come.push({ studentId, grade, ratings: ratings as Ratings, teacherWords, version: seenVersion + 1, signed });
  }
  if (come.length === 0) return reportsViewOf(tx, services, reports);
  if (gone.length > 0) await tx.together(endReports(tx, gone, { by: actor, reason }));
  await tx.together(reportRows(tx, come, reportingOf(reports, actor)));
  await tellOf(
    tx,
    actor,
    reports,
    come.some(({ signed }) => signed) ? 'CORRECT_QUALITY_REPORTS' : 'WRITE_QUALITY_REPORTS',
    {
      students: come.map(({ studentId }) => studentId),
      reason,
    },
  );
  return reportsViewOf(tx, services, await readReports(tx, actor, { classGroupId, ...of }));
}

/** 签署. Refuses BAD_INPUT for a report that is not written or lacks a rating or the teacher's words. */
export async function signOff(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  { classGroupId, studentIds, ...of }: SignatureWish & Wish,
): Promise<ReportsView> {
  await lockClassGroupResults(tx, classGroupId);
  const reports = await readReports(tx, actor, { classGroupId, ...of });
  const names = new Map(reports.members.map(({ studentId, name }) => [studentId, name]));
  const signed = studentIds.flatMap((id): QualityReport[] => {
    const report = reports.kept.get(id);
    if (!names.has(id)) throw refuse('BAD_INPUT', { what: '有学生不在本班，请刷新名单再签' });
    if (!report || !isComplete(reports.group.stage, report.ratings) || report.teacherWords.length === 0) {
      throw refuse('BAD_INPUT', { what: `${names.get(id)}的报告还没有填全，填全各方面等级和评语后再签署` });
    }
    return report.signedAt ? [] : [report];
  });
  if (signed.length === 0) return reportsViewOf(tx, services, reports);
  await tx.together(signReports(tx, signed, actor));
  await tellOf(tx, actor, reports, 'SIGN_QUALITY_REPORTS', { students: signed.map(({ studentId }) => studentId) });
  return reportsViewOf(tx, services, await readReports(tx, actor, { classGroupId, ...of }));
}

const isSame = (before: QualityReport, ratings: Ratings, teacherWords: string): boolean =>
  before.teacherWords === teacherWords &&
  JSON.stringify(Object.entries(before.ratings).toSorted()) === JSON.stringify(Object.entries(ratings).toSorted());

const reportingOf = ({ schoolYear, term, occasion, school, group }: Reports, by: Actor) => ({
  ...{ schoolYear, term, occasion, school, classGroupId: group.id, stage: group.stage, by },
});

const tellOf = (
  tx: Transaction,
  actor: Actor,
  { group, schoolYear, term, occasion }: Reports,
  action: string,
  { students, reason }: { students: string[]; reason?: string | undefined },
) =>
  record(tx, asAuditActor(actor), {
    action,
    subjectKind: 'CLASS_GROUP',
    subjectId: group.id,
    path: group.path,
    ...(reason ? { reason } : {}),
    detail: { schoolYear, term, occasion: OCCASIONS[occasion], students },
  });

/** 综合素质报告表: the reports of a class group for one occasion of a term, written or not. */
import type { Actor, Services } from '../../../access/index.ts';
import { type ClassGroup, classGroupName, type Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { getOwnClassGroup, lawPlaceOf } from '../../attendance/reach.ts';
import type { Member } from '../../attendance/register/members.store.ts';
import type { ReportsView } from '../api/further.api.ts';
import { type TermOf, termWords } from '../assessment.api.ts';
import { gradeIn, membersIn } from '../term-in.ts';
import { dimensionsOf, type Occasion, occasionsOf, type QualityReport, reportName } from './quality.api.ts';
import { listTermReports } from './report.store.ts';

export interface ReportsWish extends TermOf {
  classGroupId: string;
  occasion: Occasion;
}

export interface Reports extends ReportsWish {
  group: ClassGroup;
  school: Institution;
  members: Member[];
  /** What counts, by student. */
  kept: ReadonlyMap<string, QualityReport>;
}

/** Refuses NOT_FOUND for a class group that is not the caller's, BAD_INPUT for an occasion that the stage does not have. */
export async function readReports(tx: Transaction, actor: Actor, wish: ReportsWish): Promise<Reports> {
  const { group, school } = await getOwnClassGroup(tx, actor, wish.classGroupId);
  if (!occasionsOf(group.stage).includes(wish.occasion)) throw refuse('BAD_INPUT', { what: '此学段没有这种报告' });
  const members = await membersIn(tx, group, wish);
  const studentIds = members.map(({ studentId }) => studentId);
  const kept = await listTermReports(tx, { ...wish, studentIds, schoolId: school.id });
  return { ...wish, group, school, members, kept: new Map(kept.map((one) => [one.studentId, one])) };
}

export async function viewReports(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  wish: ReportsWish,
): Promise<ReportsView> {
  return reportsViewOf(tx, services, await readReports(tx, actor, wish));
}

export function reportsViewOf(tx: Transaction, { law }: Pick<Services, 'law'>, reports: Reports): ReportsView {
  const { group, school, members, kept, occasion } = reports;
  const { stage } = group;
  const day = dayOf(tx.now);
  const { findings } = law.ask('assessment', lawPlaceOf(school, day), {
    ...{ stage, kind: 'QUALITY', takesPart: true, graduating: occasion === 'GRADUATING' },
  });
  return {
    classGroup: { id: group.id, name: classGroupName(gradeIn(group, reports), group.ordinal), stage },
    term: { schoolYear: reports.schoolYear, term: reports.term, words: termWords(reports) },
    occasion,
    paperName: reportName(stage, occasion),
    dimensions: Object.entries(dimensionsOf(stage)).map(([code, words]) => ({ code, words })),
    chip: findings.find(({ ruleId }) => ruleId === 'assessment-filing')?.chip ?? null,
    rows: members.map(({ studentId, seatNo, name }) => {
      const report = kept.get(studentId);
      return {
        ...{ studentId, seatNo, name, version: report?.version ?? 0, ratings: report?.ratings ?? {} },
        teacherWords: report?.teacherWords ?? '',
        signed: report?.signedAt ? { byName: report.signedByName ?? '', at: dayOf(report.signedAt) } : null,
      };
    }),
  };
}

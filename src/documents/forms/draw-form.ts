/** 绘表: what each form of a student is drawn from; a fact that nobody has recorded leaves its place free. */
import type { Actor, Services } from '../../access/index.ts';
import { viewStudentHealth } from '../../archives/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { Stage } from '../../policy/index.ts';
import { listAssessments, practiceOf, type QualityReport, qualityReportsOf } from '../../school-life/index.ts';
import type { HeldRecord } from '../../students/index.ts';
import { fitnessCard, physicalExamination, practiceRecord } from './drawing/development-forms.ts';
import { qualityReport, resultsFor } from './drawing/quality-report.ts';
import { studentBase } from './drawing/student-items.ts';
import type { FormBlock } from './form-paper.ts';
import type { FormId } from './form-registry.ts';

/** One student, read in the scope of whoever prints. */
export interface StudentSource {
  tx: Transaction;
  services: Pick<Services, 'cipher'>;
  actor: Actor;
  held: HeldRecord;
  /** Classified values in full. */
  full: boolean;
}

type Draw = (source: StudentSource) => FormBlock[] | Promise<FormBlock[]>;

/** The latest signed report of these occasions, with the other signed reports and the results of all terms of the stage. */
const reportOf =
  (...occasions: QualityReport['occasion'][]): Draw =>
  async ({ tx, held: { row, open } }) => {
    const reports = await qualityReportsOf(tx, row.id);
    const stage = (open?.stage ?? 'SENIOR') as Stage;
    const signed = reports.filter((one) => one.stage === stage && one.signedAt !== null && one.endedAt === null);
    const report = signed.find((one) => occasions.includes(one.occasion));
    return qualityReport(stage, report, {
      results: resultsFor(stage, report?.occasion, await listAssessments(tx, row.id)),
      others: signed.filter((one) => one !== report),
    });
  };

const healthOf = async ({ tx, services, actor, held: { row } }: StudentSource) =>
  (await viewStudentHealth(tx, services, actor, row.id)).records;

const DRAWINGS: Partial<Record<FormId, Draw>> = {
  'student-base': ({ held, full }) => studentBase(held, '', full),
  'quality-compulsory': reportOf('MIDTERM', 'FINAL'),
  'quality-interim': reportOf('INTERIM'),
  'quality-final': reportOf('GRADUATING'),
  'practice-record': async ({ tx, held: { row } }) => practiceRecord(await practiceOf(tx, row.id)),
  'physical-examination': async (source) => physicalExamination(await healthOf(source)),
  'fitness-card': async (source) => fitnessCard(await healthOf(source)),
};

/** The forms of students that are drawn here; the registration card has a template of its own. */
export const DRAWN_FORMS = Object.keys(DRAWINGS) as [FormId, ...FormId[]];

/** The blocks of a form about one student. Throws where the form is not drawn from a student. */
export async function drawStudentForm(source: StudentSource, form: FormId): Promise<FormBlock[]> {
  const draw = DRAWINGS[form];
  if (!draw) throw new Error(`the form ${form} is not drawn from a student`);
  return draw(source);
}

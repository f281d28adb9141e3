/** 休学到期: who is on leave, whose leave ends soon, whose has ended, and what follows by law. */
import type { Actor, Services } from '../../access/index.ts';
import { gradeName } from '../../authorities/index.ts';
import { placeOf, shownFinding } from '../../changes/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { addDays, type CivilDate, dayOf, daysBetween } from '../../kernel/civil-date.ts';
import { PARTIES } from '../../policy/index.ts';
import { LEAVE_REASONS } from '../../policy/questions/leave.ts';
import type { OnLeave, OnLeavePage } from '../leave.api.ts';
import { countOnLeave, listOnLeave, type OnLeaveRow } from '../leave.store.ts';
import type { ReportedTo } from '../leave.ts';
import { recipientsOf } from './report-expired.ts';

/** 即将期满: so many days before the end a reminder stands on the workbench; time to apply for more or to return. */
export const SOON_DAYS = 30;
const SHOWN = 200;

/** Everybody on leave in the caller's place, who must come back first at the top; the first 200 in full. */
export async function listLeaves(tx: Transaction, services: Pick<Services, 'law'>, actor: Actor): Promise<OnLeavePage> {
  const today = dayOf(tx.now);
  const { path } = actor.institution;
  const figures = await countOnLeave(tx, path, { soon: addDays(today, SOON_DAYS), today });
  const rows = await listOnLeave(tx, path, SHOWN);
  return { today, ...figures, items: rows.map((row) => itemOf(services, row, today)) };
}

function itemOf({ law }: Pick<Services, 'law'>, row: OnLeaveRow, today: CivilDate): OnLeave {
  const { studentId, name, grade, stage, schoolName, placeCode, schoolCode, caseId, openCaseId, data } = row;
  const { reason, beganOn, endsOn } = data.granted!;
  const { urgedOn, report } = data;
  const { returnsOn } = row;
  const place = placeOf({ placeCode, code: schoolCode });
  const expired = law.ask(
    'leave-expired',
    { ...place, day: today },
    { stage, endsOn, extensionRequested: openCaseId !== null, ...(urgedOn ? { urgedOn } : {}) },
  );
  return {
    ...{ studentId, name, schoolName, beganOn, endsOn, caseId, openCaseId },
    gradeWords: gradeName(grade),
    reasonWords: LEAVE_REASONS[reason],
    daysLeft: daysBetween(today, endsOn),
    urgedOn: urgedOn ?? null,
    returnsOn,
    reportTo:
      urgedOn && !report && !returnsOn
        ? namesOf(recipientsOf(law, { stage, endsOn, urgedOn, place, day: today }))
        : null,
    report: report ? { ...report, to: namesOf(report.to), receipt: report.receipt ?? null } : null,
    // Who has been let come back is neither urged nor reported.
    findings: returnsOn ? [] : expired.findings.map(shownFinding),
  };
}

const namesOf = (parties: readonly ReportedTo[]): string => parties.map((one) => PARTIES[one]).join('、');

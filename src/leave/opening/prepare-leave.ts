/** 休学申请的准备: the form made into facts and a way; what no law need be asked about is refused here. */
import type { Actor, Services } from '../../access/index.ts';
import { getInstitution, gradeName, gradesOf, type Institution } from '../../authorities/index.ts';
import { type AskedPaper, type ChangeWay, papersOf, wayByLaw } from '../../changes/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { findWaitingReturn } from '../later/waiting.store.ts';
import { type AskedLeave, askLeave, runningOf } from '../law/ask-leave.ts';
import { countGrade, getLeaveStanding, type StudentOnLeave } from '../leave.store.ts';
import { QUESTION_OF } from '../leave.ts';
import type { LeaveMatter } from '../leave-form.ts';

export interface PreparedLeave {
  asked: AskedLeave;
  way: ChangeWay;
  /** 应交材料, as the law lists them. */
  papers: AskedPaper[];
}

/**
 * Puts the form, the record and the school together. Refuses NOT_FOUND for a student of another school, CONFLICT where the
 * state of the registration does not fit, BAD_INPUT where the days contradict each other.
 */
export async function prepareLeave(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  { studentId, matter, day }: { studentId: string; matter: LeaveMatter; day: CivilDate },
): Promise<PreparedLeave> {
  const standing = await getLeaveStanding(tx, studentId);
  if (standing.schoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '此学生' });
  const school = await getInstitution(tx, { id: standing.schoolId });
  const waiting = await findWaitingReturn(tx, studentId);
  if (waiting) throw conflict(`已同意此学生自${waiting.until}起复学，到日自动生效，不再另办`);
  refuseUnfit(standing, school, matter, day);
  const asked: AskedLeave = { matter, standing, school, day, grade: await countGrade(tx, standing) };
  const decision = askLeave(services, asked);
  const way = await wayByLaw(tx, { tables: QUESTION_OF[matter.kind], school, stage: standing.stage, day }, decision);
  return { asked, way, papers: papersOf(decision) };
}

function refuseUnfit(standing: StudentOnLeave, school: Institution, matter: LeaveMatter, today: string): void {
  if (matter.kind === 'LEAVE') {
    if (standing.state === 'ON_LEAVE') throw conflict('此学生已在休学期，需要更长时间的请办延长休学');
    if (standing.state !== 'ENROLLED') throw conflict('此学生现不在读，不办休学');
    const { beginsOn, endsOn, absentSince } = matter.form;
    if (beginsOn > today) throw bad('休学起始日不得晚于今天，尚未开始的到起始日再办');
    if (endsOn <= beginsOn) throw bad('休学期满日须晚于起始日');
    if (absentSince && absentSince > today) throw bad('连续缺课起始日不得晚于今天');
    return;
  }
  const { beganOn, endsOn } = runningOf(standing);
  if (matter.kind === 'LEAVE_EXTENSION') {
    if (matter.form.until <= endsOn) throw bad(`延长后的期满日须晚于现在的期满日${endsOn}`);
    return;
  }
  const { returnsOn, gradeWanted } = matter.form;
  if (returnsOn <= beganOn) throw bad(`复学日期须晚于休学起始日${beganOn}`);
  const taught = gradesOf(school.stages, school.years).filter(({ stage }) => stage === standing.stage);
  if (!taught.some(({ grade }) => grade === gradeWanted)) {
    throw bad(`本校此学段不设${gradeName(gradeWanted)}，请在本校年级中选择`);
  }
}

const bad = (what: string) => refuse('BAD_INPUT', { what });
const conflict = (what: string) => refuse('CONFLICT', { what });

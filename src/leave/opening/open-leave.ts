/** 申请休学、延长、复学: the school's registrar draws it up; the case waits for the leader's signature. */
import type { Actor, Services } from '../../access/index.ts';
import { appliedOn, type CaseEngine, type MaybeOffline } from '../../cases/index.ts';
import { getMendable, mendStudentCase, openStudentCase } from '../../changes/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { isLeaveKind, type LeaveData } from '../leave.ts';
import type { LeaveMatter, LeaveOpening } from '../leave-form.ts';
import { type PreparedLeave, prepareLeave } from './prepare-leave.ts';
import { sayForm } from './say-form.ts';

type Needs = Pick<Services, 'law' | 'newId' | 'randomBytes'>;

const NUMBERED = { LEAVE: 'XX', LEAVE_EXTENSION: 'YX', RETURN: 'FX' } as const;
const WORDS = { LEAVE: '休学', LEAVE_EXTENSION: '延长休学', RETURN: '复学' } as const;

/**
 * Opens the case with its first half, the proposal. Refuses what prepareLeave refuses, CASE_OPEN where another case about
 * the student is open, LAW_REFUSES and REASON_NEEDED as the law of the place says.
 */
export async function openLeave(
  tx: Transaction,
  services: Needs,
  engine: CaseEngine,
  actor: Actor,
  { studentId, matter, opinion, offline }: LeaveOpening & MaybeOffline,
): Promise<string> {
  const prepared = await prepareLeave(tx, services, actor, { studentId, matter, day: appliedOn(tx, { offline }) });
  const { asked, way } = prepared;
  const { kind } = matter;
  return openStudentCase(tx, services, engine, actor, {
    ...{ kind, prefix: NUMBERED[kind], title: WORDS[kind] },
    ...{
      standing: asked.standing,
      school: asked.school,
      day: asked.day,
      way,
      data: dataOf(prepared),
      opinion,
      offline,
    },
  });
}

/** 补正: replaces the form while the school has the case. Refuses NOT_ALLOWED while somebody else has it. */
export async function mendLeave(
  tx: Transaction,
  services: Needs,
  engine: CaseEngine,
  actor: Actor,
  { caseId, matter }: { caseId: string; matter: LeaveMatter },
): Promise<void> {
  const one = await getMendable(tx, engine, actor, caseId, (kind) => (isLeaveKind(kind) ? WORDS[kind] : undefined));
  if (one.kind !== matter.kind) throw refuse('BAD_INPUT', { what: '补正不改变所办事项，请撤回后另行申请' });
  const prepared = await prepareLeave(tx, services, actor, {
    ...{ studentId: one.subjectId, matter },
    day: one.receivedOn ?? dayOf(tx.now),
  });
  await mendStudentCase(tx, actor, one, { way: prepared.way, data: dataOf(prepared) });
}

function dataOf({ asked, papers }: PreparedLeave): LeaveData {
  const { matter, standing, school } = asked;
  const { name, gender, numberMasked, stage, grade, running } = standing;
  const student = { name, gender, numberMasked };
  return { matter, student, stage, grade, schoolName: school.name, papers, running, said: sayForm(matter, running) };
}

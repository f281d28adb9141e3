/** 审核家长签字: the school looks at what was signed; class teacher first, leader after (SX-11.4.2a). */
import { type Actor, asAuditActor, type FileAnswer, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getInstitution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Stage } from '../../policy/index.ts';
import { checkMaySee, readRecord } from '../../students/index.ts';
import type { SignedByStudent } from '../links/list-links.ts';
import type { SignedForm } from './form.api.ts';
import { type FormGroup, stillHolds } from './form-lines.ts';
import { getSignature, listSignatures, markChecked, type Signature } from './signature.store.ts';
import { signingOf, stepsByLaw } from './signing-steps.ts';

type Needs = Pick<Services, 'law' | 'cipher' | 'index'>;
interface Named {
  studentId: string;
  signatureId: string;
}

const STEP_WORDS = { FILLED: '填报后签字', FINAL: '审核后再次签字' } as const;

/** Whose check the form waits for, where that is the reader's to give. */
const halfOf = ({ role }: Actor): 'TEACHER' | 'LEADER' | undefined =>
  role === 'CLASS_TEACHER' ? 'TEACHER' : role === 'SCHOOL_LEADER' ? 'LEADER' : undefined;

/** What was signed, line by line, and whether it still is what is held. Leaves a row in the trail. */
export async function viewSigned(tx: Transaction, services: Needs, actor: Actor, named: Named): Promise<SignedForm> {
  const { studentId } = named;
  await checkMaySee(tx, actor, studentId);
  const one = await getSignature(tx, studentId, named.signatureId);
  const held = await readRecord(tx, services, studentId);
  const groups = services.cipher.open('family_signatures', one.id, one.sealed) as FormGroup[];
  const waiting = await waitingFor(tx, services, studentId);
  await record(tx, asAuditActor(actor), {
    action: 'VIEW_STUDENT',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path: one.path,
    detail: { signature: one.id },
  });
  const on = (half: Signature['teacher']) => half && { name: half.name, on: dayOf(half.at) };
  return {
    childName: held.record.name ?? '',
    guardianName: one.guardianName,
    stepWords: STEP_WORDS[one.step],
    signedAt: one.signedAt.toISOString(),
    same: stillHolds(groups, held),
    groups,
    teacher: on(one.teacher),
    leader: on(one.leader),
    mayCheck: waiting?.signature.id === one.id && waiting.for === halfOf(actor),
  };
}

async function waitingFor(tx: Transaction, services: Needs, studentId: string) {
  const { open } = await readRecord(tx, services, studentId);
  if (!open) return null;
  const school = await getInstitution(tx, { id: open.school_id });
  const steps = stepsByLaw(services, { school, stage: open.stage as Stage, day: dayOf(tx.now) });
  return signingOf(steps, await listSignatures(tx, [studentId])).waiting;
}

/** The drawing itself. */
export async function openDrawing(
  services: Pick<Services, 'files'>,
  tx: Transaction,
  actor: Actor,
  { studentId, signatureId }: Named,
): Promise<FileAnswer> {
  await checkMaySee(tx, actor, studentId);
  const { fileId } = await getSignature(tx, studentId, signatureId);
  return { file: await services.files.fetch(fileId), mediaType: 'image/png', sandboxed: true };
}

/** 审核. Refuses CONFLICT where it is not the actor's turn. */
export async function checkSigned(tx: Transaction, services: Needs, actor: Actor, named: Named): Promise<void> {
  const { studentId, signatureId } = named;
  await checkMaySee(tx, actor, studentId);
  const one = await getSignature(tx, studentId, signatureId, true);
  const half = halfOf(actor);
  const waiting = await waitingFor(tx, services, studentId);
  if (!half || waiting?.signature.id !== one.id || waiting.for !== half) {
    throw refuse('CONFLICT', { what: '此表现在不由您审核：先由班主任审核，再由主管领导审核' });
  }
  await markChecked(tx, one, half, actor.personName);
  await record(tx, asAuditActor(actor), {
    action: 'CHECK_FAMILY_SIGNATURE',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path: one.path,
    detail: { signature: one.id, as: half, digest: one.digest.toString('hex') },
  });
}

/** 签到哪一步, for the list of a class group. */
export async function signedOf(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  actor: Actor,
  students: readonly { studentId: string; stage: string }[],
): Promise<SignedByStudent> {
  const school = await getInstitution(tx, { id: actor.institution.id });
  const ids = students.map(({ studentId }) => studentId);
  const signatures = Map.groupBy(await listSignatures(tx, ids), ({ studentId }) => studentId);
  return new Map(
    students.map(({ studentId, stage }) => {
      const steps = stepsByLaw({ law }, { school, stage: stage as Stage, day: dayOf(tx.now) });
      const { waiting, toSign, last } = signingOf(steps, signatures.get(studentId) ?? []);
      const words = waiting
        ? waiting.for === 'TEACHER'
          ? '待班主任审核'
          : '待主管领导审核'
        : toSign === 'FILLED'
          ? '未签字'
          : toSign === 'FINAL'
            ? '待家长再次签字'
            : '已签完';
      const mayCheck = waiting !== null && waiting.for === halfOf(actor);
      const tone = waiting
        ? mayCheck
          ? 'DUE'
          : 'PROCESS'
        : toSign === 'FILLED'
          ? 'NONE'
          : toSign
            ? 'PROCESS'
            : 'DONE';
      return [studentId, { signatureId: last?.id ?? null, stepWords: words, tone, mayCheck }];
    }),
  );
}

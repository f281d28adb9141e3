/** 审核家长签字: the school looks at what was signed; class teacher first, leader after (SX-11.4.2a). */
import { type Actor, asAuditActor, type FileAnswer, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getInstitution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Stage } from '../../policy/index.ts';
import { type Child, checkMaySeeChild, readChild, schoolOf, subjectOf } from '../child/child.ts';
import type { Linked } from '../links/linked-children.ts';
import type { LinkLine } from '../links/links.api.ts';
import type { SignedByStudent } from '../links/list-links.ts';
import type { SignedForm } from './form.api.ts';
import { differencesFrom, type FormGroup } from './form-lines.ts';
import { holdsStill } from './forms-signed.ts';
import { getSignature, listSignatures, markChecked, type Signature } from './signature.store.ts';
import { signingOf, stepsAt, stepsByLaw } from './signing-steps.ts';

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
  const child = await seenChild(tx, services, actor, studentId);
  const one = await getSignature(tx, studentId, named.signatureId);
  const groups = services.cipher.open('family_signatures', one.id, one.sealed) as FormGroup[];
  const differs = differencesFrom(groups, child);
  const waiting = await waitingFor(tx, services, child);
  await record(tx, asAuditActor(actor), {
    action: child.held ? 'VIEW_STUDENT' : 'VIEW_ENTRANT',
    ...subjectOf(child),
    path: one.path,
    detail: { signature: one.id },
  });
  const on = (half: Signature['teacher']) => half && { name: half.name, on: dayOf(half.at) };
  return {
    childName: child.name,
    registered: child.held !== undefined,
    guardianName: one.guardianName,
    stepWords: STEP_WORDS[one.step],
    signedAt: one.signedAt.toISOString(),
    same: differs.length === 0,
    differs,
    groups,
    teacher: on(one.teacher),
    leader: on(one.leader),
    mayCheck: waiting?.signature.id === one.id && waiting.for === halfOf(actor),
  };
}

async function seenChild(tx: Transaction, services: Needs, actor: Actor, studentId: string): Promise<Child> {
  const child = await readChild(tx, services, studentId);
  await checkMaySeeChild(tx, actor, child);
  return child;
}

async function waitingFor(tx: Transaction, services: Needs, child: Child) {
  if (!child.school || !child.stage) return null;
  const school = await schoolOf(tx, child);
  const steps = stepsByLaw(services, { school, stage: child.stage, day: dayOf(tx.now) });
  return signingOf(steps, await listSignatures(tx, [child.id])).waiting;
}

/** The drawing itself. */
export async function openDrawing(
  services: Needs & Pick<Services, 'files'>,
  tx: Transaction,
  actor: Actor,
  { studentId, signatureId }: Named,
): Promise<FileAnswer> {
  await seenChild(tx, services, actor, studentId);
  const { fileId } = await getSignature(tx, studentId, signatureId);
  return { file: await services.files.fetch(fileId), mediaType: 'image/png', sandboxed: true };
}

/** 审核. Refuses CONFLICT where it is not the actor's turn. */
export async function checkSigned(tx: Transaction, services: Needs, actor: Actor, named: Named): Promise<void> {
  const { studentId, signatureId } = named;
  const child = await seenChild(tx, services, actor, studentId);
  const one = await getSignature(tx, studentId, signatureId, true);
  const half = halfOf(actor);
  const waiting = await waitingFor(tx, services, child);
  if (!half || waiting?.signature.id !== one.id || waiting.for !== half) {
    throw refuse('CONFLICT', { what: '此表现在不由您审核：先由班主任审核，再由主管领导审核' });
  }
  await markChecked(tx, one, half, actor.personName);
  await record(tx, asAuditActor(actor), {
    action: 'CHECK_FAMILY_SIGNATURE',
    ...subjectOf(child),
    path: one.path,
    detail: { signature: one.id, as: half, digest: one.digest.toString('hex') },
  });
}

/** 签到哪一步, for the list of a class group or an import. */
export async function signedOf(
  tx: Transaction,
  services: Pick<Services, 'law' | 'cipher'>,
  actor: Actor,
  children: readonly Pick<Linked, 'studentId' | 'stage' | 'draft'>[],
): Promise<SignedByStudent> {
  const school = await getInstitution(tx, { id: actor.institution.id });
  const ids = children.map(({ studentId }) => studentId);
  const signatures = Map.groupBy(await listSignatures(tx, ids), ({ studentId }) => studentId);
  const stepsOf = stepsAt(services, school, dayOf(tx.now));
  const signed = new Map<string, LinkLine['signed']>();
  for (const { studentId, stage, draft } of children) {
    const signing = signingOf(stepsOf(stage as Stage), signatures.get(studentId) ?? []);
    const { waiting, toSign, last } = signing;
    const mayCheck = waiting !== null && waiting.for === halfOf(actor);
    // Of a child who is not registered yet the signature counts only under what the draft says now.
    const stale = draft && last && !waiting && !toSign && !(await holdsStill(tx, services, school, draft, last));
    const [stepWords, tone] = stale ? (['签后信息有变，待重新签字', 'PROCESS'] as const) : standOf(signing, mayCheck);
    signed.set(studentId, { signatureId: last?.id ?? null, stepWords, tone, mayCheck });
  }
  return signed;
}

function standOf(
  { waiting, toSign }: ReturnType<typeof signingOf>,
  mayCheck: boolean,
): readonly [string, LinkLine['signed']['tone']] {
  if (waiting) return [waiting.for === 'TEACHER' ? '待班主任审核' : '待主管领导审核', mayCheck ? 'DUE' : 'PROCESS'];
  if (toSign === 'FILLED') return ['未签字', 'NONE'];
  return toSign === 'FINAL' ? ['待家长再次签字', 'PROCESS'] : ['已签完', 'DONE'];
}

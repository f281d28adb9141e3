/** 变更问题学籍: the side that is to correct fills in the right key data; once confirmed the record changes. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { type CaseContext, type CaseEngine, getState, updateCase } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import {
  type AssessedKeyData,
  assessKeyData,
  changeKeyData,
  claimIdentities,
  columnAt,
  readRecord,
  shownItem,
} from '../../students/index.ts';
import { type Correction, type DisputeData, otherSide, type Side } from '../dispute.ts';
import type { CorrectionOutcome } from '../duplicates.api.ts';
import { getDispute } from '../records/view-records.ts';

type Needs = Pick<Services, 'cipher' | 'index'>;
const NUMBER = 'identityNumber';

/**
 * Keeps the right values with the case, checked as every change of key data is; nothing is kept where something red is
 * found. Refuses NOT_ALLOWED to whoever does not have to correct now.
 */
export async function fillCorrection(
  tx: Transaction,
  services: Needs,
  engine: CaseEngine,
  actor: Actor,
  { caseId, values }: { caseId: string; values: Record<string, string> },
): Promise<CorrectionOutcome> {
  const { one, data } = await getDispute(tx, actor, caseId);
  if (!(await engine.may(tx, actor, caseId, 'SUBMIT_CORRECTION'))) {
    throw refuse('NOT_ALLOWED', { what: '填报变更内容（只由须变更一方学校的经办人在待变更期间填报）' });
  }
  const side: Side = (await getState(tx, caseId)) === 'CORRECTING_SECOND' ? 'second' : 'first';
  const assessed = await assessKeyData(tx, services, data[side].id, values);
  if (assessed.changed.length === 0) throw refuse('BAD_INPUT', { what: '新值与现值相同，没有要变更的项目' });
  const findings = [...assessed.findings.filter(({ severity }) => severity === 'red'), ...heldBy(assessed)];
  if (findings.length > 0) {
    tx.markAudited(); // nothing was kept
    return { saved: false, findings: findings.map(({ field, sentence, remedy }) => ({ field, sentence, remedy })) };
  }
  const correction = correctionOf(services, caseId, side, assessed);
  await updateCase(tx, caseId, { title: one.title, data: { ...data, correction } });
  await record(tx, asAuditActor(actor), {
    action: 'FILL_CORRECTION',
    subjectKind: 'CASE',
    subjectId: caseId,
    path: one.path,
    detail: { number: one.number, items: assessed.changed },
  });
  return { saved: true, findings: [] };
}

const heldBy = ({ duplicates }: AssessedKeyData) =>
  duplicates?.exact ? [{ field: NUMBER, sentence: '新证件号已有学籍。', remedy: '对照户口簿核对号码' }] : [];

function correctionOf({ cipher }: Needs, caseId: string, side: Side, assessed: AssessedKeyData): Correction {
  const { before, after, changed, held } = assessed;
  const items = changed.map((path) => {
    const column = columnAt(path)!;
    const { label, value } = shownItem(column, after[path]);
    return { label, before: shownItem(column, before[path]).value, after: value };
  });
  const open = changed.filter((path) => path !== NUMBER).map((path) => [path, String(after[path] ?? '')]);
  const sealed = cipher.seal('cases', caseId, { number: String(after[NUMBER] ?? '') }).toString('base64');
  return {
    ...{ side, items, values: Object.fromEntries(open) as Record<string, string> },
    sealed: changed.includes(NUMBER) ? sealed : null,
    formerName: held.record.formerName ?? null,
  };
}

/** The record changes. Refuses CONFLICT where nothing has been filled in, or somebody holds the new number by now. */
export async function correctRecord(services: Needs, { tx, actor, theCase }: CaseContext): Promise<void> {
  const data = theCase.data as unknown as DisputeData;
  const { correction } = data;
  if (!correction) throw refuse('CONFLICT', { what: '尚未填报变更内容' });
  const sealed = correction.sealed && Buffer.from(correction.sealed, 'base64');
  const number = sealed ? (services.cipher.open('cases', theCase.id, sealed) as { number: string }).number : undefined;
  const values = { ...correction.values, ...(number === undefined ? {} : { [NUMBER]: number }) };
  await tx.beyondScope(async () => {
    const assessed = await assessKeyData(tx, services, data[correction.side].id, values);
    const written = await changeKeyData(tx, services, actor, assessed, theCase);
    if (!written) throw refuse('CONFLICT', { what: '新证件号现由另一名学生使用，请退回重填' });
    await holdByOther(services, { tx, actor, theCase }, assessed);
  });
}

/** The number that both had is let go by the one that corrects it: a student on the other side holds it from now on. */
async function holdByOther(
  services: Needs,
  { tx, actor, theCase }: Pick<CaseContext, 'tx' | 'actor' | 'theCase'>,
  { held, identityHash: next }: AssessedKeyData,
): Promise<void> {
  const { correction, ...data } = theCase.data as unknown as DisputeData;
  const other = data[otherSide(correction!.side)];
  const hash = held.keyData.at(-1)!.identity_hash;
  if (other.kind === 'ENTRANT' || !hash || next?.equals(hash)) return;
  const { keyData } = await readRecord(tx, services, other.id);
  if (!keyData.at(-1)!.identity_hash?.equals(hash)) return;
  const lost = await claimIdentities(tx, [{ hash, studentId: other.id, caseId: theCase.id }]);
  if (lost.length > 0) return; // it has been the other's all along
  await record(tx, asAuditActor(actor), {
    action: 'UPHOLD_RECORD',
    subjectKind: 'STUDENT',
    subjectId: other.id,
    path: other.path,
    detail: { case: theCase.number, identity: 'TAKEN_OVER' },
  });
}

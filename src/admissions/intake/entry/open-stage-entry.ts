/** 上报接续: opens the case for a batch of one stage; its children stand on the roll under it. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { auditRows } from '../../../audit/record.store.ts';
import { getSupervision } from '../../../authorities/index.ts';
import { type CaseEngine, caseNumber } from '../../../cases/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { STAGES } from '../../../policy/questions/choices.ts';
import { changeAdmitted } from '../roll/roll.store.ts';
import { rollActRows } from '../roll/roll-acts.store.ts';
import { type Continuing, STAGE_ENTRY, type StageEntryData } from './stage-entry.ts';

/** The case, with the school's proposal. */
export async function openStageEntry(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'newId' | 'randomBytes'>,
  engine: CaseEngine,
  actor: Actor,
  batch: readonly Continuing[],
  opinion: string | undefined,
): Promise<string> {
  const day = dayOf(tx.now);
  const { stage, intakeYear, schoolName } = batch[0]!.row;
  const { institution } = actor;
  const { authorityId } = await getSupervision(tx, institution.id, stage, day);
  const data: StageEntryData = { stage, intakeYear, schoolName, size: batch.length };
  const id = services.newId();
  const number = caseNumber(services, 'SX', day);
  await changeAdmitted(
    tx,
    batch.map(({ row }) => row.id),
    { caseId: id },
  );
  const trace = auditRows(tx, asAuditActor(actor), [
    {
      action: 'OPEN_STAGE_ENTRY',
      subjectKind: 'INSTITUTION',
      subjectId: institution.id,
      path: institution.path,
      detail: { number, students: batch.length },
    },
  ]);
  const acts = rollActRows(
    tx,
    services,
    actor,
    batch.map(({ row, findings }) => ({ of: row, act: { act: 'CONTINUE', facts: { number }, findings } })),
  );
  await engine.open(
    tx,
    actor,
    {
      ...{ id, number, kind: STAGE_ENTRY, workflow: 'stage-entry' },
      subjectId: institution.id,
      subjectKind: 'INSTITUTION',
      title: `${intakeYear}级${STAGES[stage]}升学接续 ${batch.length}人`,
      schoolId: institution.id,
      authorityId,
      parties: { school: institution.id, authority: authorityId },
      path: institution.path,
      counterpartPath: null,
      lawDay: day,
      data: { ...data },
      openedAt: tx.now,
    },
    { action: 'SUBMIT', opinion },
    trace,
    acts,
  );
  return id;
}

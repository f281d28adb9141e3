/** 提交: hands in the sound rows of a workbook, or drafts one by one. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { CaseEngine } from '../../cases/index.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import type { RawRecord } from '../../students/index.ts';
import { assessBatch, readIntake } from '../checking/assess.ts';
import { listEntrants, replaceEntrants } from '../entrants/entrant.store.ts';
import { mendedEntrant } from '../entrants/mend-entrant.ts';
import { getImport } from '../importing/import.store.ts';
import { closeImports, listHeld, listSoundIds } from '../registering/registering.store.ts';
import { countRows } from '../review/review.store.ts';
import { type Submission, submitEntrants } from './submit-entrants.ts';

export type Declaration = Omit<Submission, 'entrants'>;

export interface Submitted {
  caseIds: string[];
  submitted: number;
}

/** GOOD hands in what is sound; ALL refuses BAD_INPUT while a row is left that is not. */
export async function submitImport(
  services: Services,
  engine: CaseEngine,
  actor: Actor,
  importId: string,
  { mode, ...declaration }: Declaration & { mode: 'GOOD' | 'ALL' },
): Promise<Submitted> {
  const ids = await services.db.read(scopeOf(actor), (tx) => listSoundIds(tx, importId));
  await checkHeldAgain(services, actor, ids);
  return services.db.write(scopeOf(actor), async (tx) => {
    const { state } = await getImport(tx, importId, { lock: true });
    if (state !== 'CHECKED') throw refuse('STEP_NOT_ALLOWED', { state: '不在修正中', action: '提交' });
    const { red, amber } = await countRows(tx, importId);
    if (mode === 'ALL' && red + amber > 0) {
      throw refuse('BAD_INPUT', { what: `还有${red}行有误、${amber}行待确认，请改好后再一并提交，或先提交可提交的行` });
    }
    const entrants = await listEntrants(tx, { importId, states: ['DRAFT'], sound: true, lock: true });
    const caseIds = await submitEntrants(services, engine, tx, actor, { ...declaration, entrants });
    await closeImports(tx, [importId]);
    return { caseIds, submitted: entrants.length };
  });
}

/** Hands in drafts of the actor's school. Refuses NOT_FOUND where one of them is not there or not a draft any more. */
export async function submitDrafts(
  services: Services,
  engine: CaseEngine,
  actor: Actor,
  { entrantIds, ...declaration }: Declaration & { entrantIds: readonly string[] },
): Promise<Submitted> {
  const ids = [...new Set(entrantIds)];
  const submit = () =>
    services.db.write(scopeOf(actor), async (tx) => {
      const entrants = await listEntrants(tx, {
        ids,
        schoolId: actor.institution.id,
        states: ['DRAFT'],
        lock: true,
      });
      if (entrants.length < ids.length) throw refuse('NOT_FOUND', { what: '其中有的人的草稿' });
      const caseIds = await submitEntrants(services, engine, tx, actor, { ...declaration, entrants });
      await closeImports(
        tx,
        entrants.flatMap(({ importId }) => importId ?? []),
      );
      return { caseIds, submitted: entrants.length };
    });
  try {
    return await submit();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'DUPLICATE_IDENTITY') throw error;
    await checkHeldAgain(services, actor, ids);
    return submit();
  }
}

/**
 * Looks once more whether somebody has come to hold one of the numbers since it was checked, and says so on the row, in
 * a transaction of its own: the submission that follows may be refused, the finding stays.
 */
async function checkHeldAgain(services: Services, actor: Actor, ids: readonly string[]): Promise<void> {
  await services.db.write(scopeOf(actor), async (tx) => {
    tx.markAudited(); // found again, changed nothing: the record is what it was
    const held = await listHeld(tx, ids);
    if (held.length === 0) return;
    const entrants = await listEntrants(tx, { ids: held, states: ['DRAFT'], lock: true });
    const intake = await readIntake(tx, services, actor.institution.id);
    const rows = entrants.map(({ id, sealed }) => ({
      id,
      raw: services.cipher.open('entrants', id, sealed) as RawRecord,
    }));
    const assessed = await assessBatch(tx, services, intake, rows);
    await replaceEntrants(
      tx,
      entrants.map((one, place) => mendedEntrant(services, one, assessed[place]!, 0)),
    );
    await record(tx, asAuditActor(actor), {
      action: 'CHECK_ENTRANTS',
      subjectKind: 'INSTITUTION',
      subjectId: actor.institution.id,
      path: actor.institution.path,
      detail: { held: held.length },
    });
  });
}

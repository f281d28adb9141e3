/** 办理学籍: of those who have come, the ones with a record go on in it by a case, the others become drafts. */
import { type Actor, type Services, scopeOf } from '../../../access/index.ts';
import { getInstitution } from '../../../authorities/index.ts';
import type { CaseEngine } from '../../../cases/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { askSeniorEntry, saidWith } from '../check-in/ask-check-in.ts';
import { isInHand, type RollRow } from '../roll/admitted.ts';
import { listAdmitted } from '../roll/roll.store.ts';
import { makeDrafts } from './make-drafts.ts';
import { openStageEntry } from './open-stage-entry.ts';
import { assessContinuing, type Continuing } from './stage-entry.ts';

export interface FromRoll {
  /** Drafts made of children without a record. */
  drafts: number;
  /** Cases by which children with a record go on. */
  caseIds: string[];
  continued: number;
  /** Who stays where they are, and why. */
  held: { id: string; name: string; sentence: string }[];
}

/** Refuses NOT_FOUND for another school's entries, LAW_REFUSES or CONFLICT where of nobody anything could be done. */
export async function registerFromRoll(
  services: Services,
  engine: CaseEngine,
  actor: Actor,
  { ids, opinion }: { ids: readonly string[]; opinion?: string | undefined },
): Promise<FromRoll> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const wanted = [...new Set(ids)];
    const rows = await listAdmitted(tx, { ids: wanted, schoolId: actor.institution.id, lock: true });
    if (rows.length < wanted.length) throw refuse('NOT_FOUND', { what: '本校录取名册中的此人' });
    const held: FromRoll['held'] = [];
    const ready = rows.filter((row) => {
      const sentence = notYet(row);
      if (sentence) held.push({ id: row.id, name: row.name, sentence });
      return !sentence;
    });
    const school = await getInstitution(tx, { id: actor.institution.id });
    const at = { school, day: dayOf(tx.now) };
    const withRecord = await assessContinuing(tx, services, at, ready);
    const continuing = withRecord.filter((one) => {
      const sentence = one.unready ?? refusedBy(one);
      if (sentence) held.push({ id: one.row.id, name: one.row.name, sentence });
      return !sentence;
    });
    const going = new Set(withRecord.map(({ row }) => row.id));
    const fresh = ready.filter((row) => {
      if (going.has(row.id)) return false;
      const sentence = gate(services, at, row);
      if (sentence) held.push({ id: row.id, name: row.name, sentence });
      return !sentence;
    });
    if (continuing.length + fresh.length === 0) refuseAll(held);
    const drafts = await makeDrafts(tx, services, actor, fresh);
    const caseIds = await openEach(tx, services, engine, actor, { continuing, opinion });
    return { drafts, caseIds, continued: continuing.length, held };
  });
}

/** One case for each stage and year. */
async function openEach(
  tx: Transaction,
  services: Services,
  engine: CaseEngine,
  actor: Actor,
  { continuing, opinion }: { continuing: readonly Continuing[]; opinion: string | undefined },
): Promise<string[]> {
  const caseIds: string[] = [];
  const batches = Map.groupBy(continuing, ({ row }) => `${row.stage} ${row.intakeYear}`);
  for (const batch of batches.values()) caseIds.push(await openStageEntry(tx, services, engine, actor, batch, opinion));
  return caseIds;
}

function notYet(row: RollRow): string | undefined {
  if (row.endedOn) return '入学资格已终止';
  if (row.registered) return '已建立学籍';
  if (isInHand(row)) return '正在办理';
  return row.checkedInOn ? undefined : '尚未报到，报到后再办理学籍';
}

const refusedBy = ({ findings }: Continuing): string | undefined => {
  const found = findings.find(({ verdict }) => verdict === 'REFUSE');
  return found && saidWith(found);
};

/** 高中注册条件, before a draft is made of somebody without a record (SC-11.1). */
function gate(
  services: Pick<Services, 'law'>,
  at: { school: Parameters<typeof askSeniorEntry>[1]['school']; day: Parameters<typeof askSeniorEntry>[1]['day'] },
  row: RollRow,
): string | undefined {
  if (row.stage !== 'SENIOR') return undefined;
  const shown = { notice: row.papers.includes('NOTICE'), feesPaid: row.feesPaidOn !== null };
  const found = askSeniorEntry(services, { ...at, row }, shown).findings.find(({ verdict }) => verdict === 'REFUSE');
  return found && saidWith(found);
}

function refuseAll(held: FromRoll['held']): never {
  const [first] = held;
  const all = held.length > 1 ? `等${held.length}人都不能办理` : '';
  if (!first) throw refuse('BAD_INPUT', { what: '请先选择要办理学籍的人' });
  throw refuse('LAW_REFUSES', { sentence: `${first.name}${all}：${first.sentence}` });
}

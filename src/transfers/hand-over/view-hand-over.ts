/** 看档案转接: one file, or all that leave a place or come to it. */
import type { Actor, Services } from '../../access/index.ts';
import { getCase } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf, daysBetween } from '../../kernel/civil-date.ts';
import { FILE_PARTS } from '../../policy/index.ts';
import type { TransferData } from '../transfer.ts';
import { termOfFile } from './file-term.ts';
import type { HandOver, HandOverPage, HandOverView } from './hand-over.api.ts';
import { countHandOvers, findHandOver, type HandOverRow, type HandOverSide, listHandOvers } from './hand-over.store.ts';
import { type FileHandOver, WAYS } from './hand-over.ts';
import { schoolsOf } from './hand-over-file.ts';

const SHOWN = 200;

/** The first 200; what is late stands at the top. */
export async function viewHandOvers(
  tx: Transaction,
  actor: Actor,
  wish: { side: HandOverSide; done: boolean },
): Promise<HandOverPage> {
  const today = dayOf(tx.now);
  const { path } = actor.institution;
  const rows = await listHandOvers(tx, { path, ...wish, limit: SHOWN });
  return { ...(await countHandOvers(tx, path, today)), items: rows.map((row) => shown(actor, row, today)) };
}

/** The hand-over of one case, with the article that gives the term. Refuses NOT_FOUND outside the reader's scope. */
export async function viewHandOver(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  caseId: string,
): Promise<HandOverView> {
  const { title, number, data } = await getCase(tx, caseId);
  const choices = { ways: optionsOf(WAYS), parts: optionsOf(FILE_PARTS) };
  const one = await findHandOver(tx, caseId);
  if (!one) return { handOver: null, term: null, choices };
  const { from, to } = await schoolsOf(tx, one);
  const { stage } = data as unknown as TransferData;
  const day = dayOf(tx.now);
  const handedOverOn = one.sent?.on;
  const asked = { from, to, stage, completedOn: one.completedOn, day, ...(handedOverOn ? { handedOverOn } : {}) };
  const term = termOfFile(services, asked);
  const row = { ...one, title, number, fromName: from.name, toName: to.name };
  return {
    handOver: shown(actor, row, day),
    term: term ? { sentence: term.sentence, chip: term.chip } : null,
    choices,
  };
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, words: label }));

function shown(actor: Actor, row: HandOverRow, today: CivilDate): HandOver {
  const { caseId, title, number, fromName, toName, completedOn, dueOn, sent, received } = row;
  return {
    ...{ caseId, title, number, fromName, toName, completedOn, dueOn, received },
    state: stateOf(row, today),
    daysLeft: dueOn && !sent && !row.endedOn ? daysBetween(today, dueOn) : null,
    sent: sent && {
      on: sent.on,
      byName: sent.byName,
      wayWords: WAYS[sent.way],
      parcel: sent.parcel,
      partsWords: sent.parts.map((part) => FILE_PARTS[part]),
      pages: sent.pages,
      lateReason: sent.lateReason,
    },
    may: mayDo(actor, row),
  };
}

function stateOf({ sent, received, endedOn, dueOn }: FileHandOver, today: CivilDate): HandOver['state'] {
  if (received) return received.complete ? 'RECEIVED' : 'INCOMPLETE';
  if (endedOn) return 'TAKEN_BACK';
  if (sent) return 'SENT';
  return dueOn !== null && today > dueOn ? 'OVERDUE' : 'OWED';
}

function mayDo({ role, institution }: Actor, { fromSchoolId, toSchoolId, sent, received, endedOn }: FileHandOver) {
  if (role !== 'SCHOOL_REGISTRAR' || endedOn) return null;
  if (!sent) return institution.id === fromSchoolId ? 'SEND' : null;
  return !received && institution.id === toSchoolId ? 'RECEIVE' : null;
}

/** 看档案转接: one file, or all that leave a place or come to it. */
import type { Actor, Services } from '../access/index.ts';
import { getCase } from '../cases/index.ts';
import type { Transaction } from '../db/transaction.ts';
import { type CivilDate, dayOf, daysBetween } from '../kernel/civil-date.ts';
import { FILE_COPIES, FILE_PARTS } from '../policy/index.ts';
import { breachOf, termOfFile } from './file-term.ts';
import type { HandOver, HandOverPage, HandOverView } from './hand-over.api.ts';
import {
  countHandOvers,
  findOfCase,
  type HandOverRow,
  type HandOverSide,
  listHandOvers,
  readHandOver,
} from './hand-over.store.ts';
import { type FileHandOver, REASONS, WAYS } from './hand-over.ts';
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

/** The hand-over of one case about one student. Refuses NOT_FOUND outside the reader's scope. */
export async function viewHandOverOfCase(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  caseId: string,
): Promise<HandOverView> {
  const { number } = await getCase(tx, caseId);
  const one = await findOfCase(tx, caseId);
  if (!one) return { handOver: null, term: null, breach: null, choices };
  return viewed(tx, services, actor, { one, number });
}

/** One hand-over, with the article that gives the term. Refuses NOT_FOUND outside the reader's scope. */
export async function viewHandOver(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  id: string,
): Promise<HandOverView & { handOver: HandOver }> {
  const one = await readHandOver(tx, id);
  const number = one.caseId ? (await getCase(tx, one.caseId)).number : null;
  return viewed(tx, services, actor, { one, number });
}

async function viewed(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  { one, number }: { one: FileHandOver; number: string | null },
): Promise<HandOverView & { handOver: HandOver }> {
  const { from, to } = await schoolsOf(tx, one);
  const day = dayOf(tx.now);
  const handedOverOn = one.sent?.on;
  const term = termOfFile(services, { ...one, from, to, day, ...(handedOverOn ? { handedOverOn } : {}) });
  const handOver = shown(
    actor,
    { ...one, number, fromName: from.name, fromEndedOn: from.validTo, toName: to.name },
    day,
  );
  const breach = handOver.state === 'OVERDUE' ? breachOf(services, from, day) : undefined;
  return {
    handOver,
    term: term ? { sentence: term.sentence, chip: term.chip } : null,
    breach: breach ? { sentence: breach.sentence, chip: breach.chip, remedy: breach.remedy ?? null } : null,
    choices,
  };
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, words: label }));

const choices = { ways: optionsOf(WAYS), parts: optionsOf(FILE_PARTS), copies: optionsOf(FILE_COPIES) };

/** A hand-over as a reader sees it on a day. */
export function shown(actor: Actor, row: HandOverRow, today: CivilDate): HandOver {
  const { id, studentId, caseId, title, number, fromName, toName, completedOn, dueOn, sent, received } = row;
  return {
    ...{ id, studentId, caseId, title, number, fromName, toName, completedOn, dueOn, reasonWords: REASONS[row.reason] },
    state: stateOf(row, today),
    daysLeft: dueOn && !sent && !row.endedOn ? daysBetween(today, dueOn) : null,
    sent: sent && {
      on: sent.on,
      byName: sent.byName,
      wayWords: WAYS[sent.way],
      parcel: sent.parcel,
      partsWords: sent.parts.map((part) => FILE_PARTS[part]),
      pages: sent.pages,
      keptWords: sent.kept.map((copy) => FILE_COPIES[copy]),
      lateReason: sent.lateReason,
    },
    received: received && {
      on: received.on,
      byName: received.byName,
      complete: received.complete,
      missingWords: received.missing.map((part) => FILE_PARTS[part]),
      note: received.note,
      suppliedOn: received.suppliedOn,
    },
    may: mayDo(actor, row),
  };
}

function stateOf({ sent, received, endedOn, dueOn }: FileHandOver, today: CivilDate): HandOver['state'] {
  if (received) return received.complete ? 'RECEIVED' : received.suppliedOn ? 'SUPPLIED' : 'INCOMPLETE';
  if (endedOn) return 'TAKEN_BACK';
  if (sent) return 'SENT';
  return dueOn !== null && today > dueOn ? 'OVERDUE' : 'OWED';
}

function mayDo({ role, institution }: Actor, row: HandOverRow) {
  const { fromSchoolId, fromEndedOn, toSchoolId, sent, received, endedOn } = row;
  if (role !== 'SCHOOL_REGISTRAR' || endedOn) return null;
  if (!sent && fromEndedOn === null) return institution.id === fromSchoolId ? 'SEND' : null;
  if (institution.id !== toSchoolId) return null;
  if (!received) return 'RECEIVE';
  return received.complete || received.suppliedOn ? null : 'SUPPLY';
}

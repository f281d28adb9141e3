/** 看学校学籍档案: the ten items of a year, closed or as they stand, and what has changed since it was closed. */
import type { Actor } from '../../access/index.ts';
import { asAuditActor, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getInstitutionInScope, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf, schoolYearOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { SCHOOL_FILE_KINDS, type SchoolFileKind } from '../../policy/index.ts';
import type { SchoolFileNeeds } from './closing/close-year.ts';
import { type Closing, findClosing, findProposal, listClosedItems, type Proposal } from './closing/closing.store.ts';
import { REVERSED } from './drawing/draw-cases.ts';
import { concerns, type Drawing, drawItem, drawItems, type RegisterOfChanges } from './drawing/draw-items.ts';
import { firstRegistrationOf } from './drawing/items.store.ts';
import type { SchoolFileItemView, SchoolFileView } from './school-file.api.ts';
import {
  bytesOf,
  type Difference,
  differenceSince,
  digestOf,
  digestOfYear,
  type SchoolFileItem,
  yearOfFile,
} from './school-file.ts';

/** The first school year that is offered at all. */
const FIRST_YEAR = 1990;

export interface WhichFile {
  schoolId: string;
  year?: number | undefined;
}

/** Refuses BAD_INPUT for what is no school and for a year that has not begun, NOT_FOUND for a school elsewhere. */
export async function drawingOf(
  tx: Transaction,
  services: SchoolFileNeeds,
  register: RegisterOfChanges,
  actor: Actor,
  { schoolId, year }: WhichFile,
): Promise<Drawing> {
  const school = await getInstitutionInScope(tx, actor, schoolId);
  if (school.kind !== 'SCHOOL') throw refuse('BAD_INPUT', { what: '请先选择学校' });
  const running = schoolYearOf(dayOf(tx.now));
  if (year !== undefined && year > running) throw refuse('BAD_INPUT', { what: `${year}学年还没有开始，请另选学年` });
  return { tx, services, actor, school, register, year: yearOfFile(year ?? running) };
}

/** Refuses NOT_FOUND for a school elsewhere. */
export function viewSchoolFile(
  services: SchoolFileNeeds,
  register: RegisterOfChanges,
  actor: Actor,
  which: WhichFile,
): Promise<SchoolFileView> {
  return services.db.read(scopeOf(actor), async (tx) => {
    const drawing = await drawingOf(tx, services, register, actor, which);
    const { school, year } = drawing;
    const today = dayOf(tx.now);
    const items = await drawItems(drawing);
    const closing = await findClosing(tx, school.id, year.year);
    const proposal = closing ? undefined : await findProposal(tx, school.id, year.year);
    const closed = new Map((await listClosedItems(tx, school.id, year.year)).map((one) => [one.item, one]));
    const stale = proposal ? !proposal.digest.equals(digestOfYear(items)) : false;
    const running = schoolYearOf(today);
    return {
      ...{ schoolId: school.id, schoolName: school.name, year: year.year, yearEnded: today >= year.to },
      years: yearsFrom(await firstYearOf(tx, school), running),
      items: items.map((item) => {
        const kept = closed.get(item.kind);
        return {
          ...{ kind: item.kind, title: SCHOOL_FILE_KINDS[item.kind], entries: item.rows.length },
          closedEntries: kept?.entries ?? null,
          differs: kept !== undefined && !kept.digest.equals(digestOf(bytesOf(item))),
        };
      }),
      proposal: proposal ? { byName: proposal.proposedByName, at: proposal.proposedAt.toISOString(), stale } : null,
      closing: closing
        ? { byName: closing.signedByName, at: closing.signedAt.toISOString(), digest: closing.digest.toString('hex') }
        : null,
      findings: findingsOf(services, drawing, items, today),
      may: mayDo(actor, drawing, { closing, proposal, stale, today }),
    };
  });
}

const yearsFrom = (first: number, running: number): number[] =>
  Array.from({ length: running - Math.max(first, FIRST_YEAR) + 1 }, (_, back) => running - back);

/** The school year in which it opened, or the first child that is known was registered. */
async function firstYearOf(tx: Transaction, { id, validFrom }: Pick<Institution, 'id' | 'validFrom'>): Promise<number> {
  const first = await firstRegistrationOf(tx, id);
  return schoolYearOf(first && first < validFrom ? first : validFrom);
}

/** What the law of the place says of the items; a place whose texts name none has nothing to say. */
function findingsOf(
  { law }: SchoolFileNeeds,
  { school }: Drawing,
  items: readonly SchoolFileItem[],
  day: CivilDate,
): SchoolFileView['findings'] {
  const kinds = items.filter(({ kind, rows }) => rows.length > 0 || !concerns(kind, school)).map(({ kind }) => kind);
  const { placeCode, code } = school;
  const { findings } = law.ask('school-file', { placeCode, ...(code ? { schoolCode: code } : {}), day }, { kinds });
  return findings.map(({ sentence, chip, verdict }) => ({ sentence, chip, complies: verdict === 'ALLOW' }));
}

function mayDo(
  { role, institution, accountId }: Actor,
  { school, year }: Drawing,
  at: { closing: Closing | undefined; proposal: Proposal | undefined; stale: boolean; today: CivilDate },
): SchoolFileView['may'] {
  if (institution.id !== school.id || at.closing || at.today < year.to) return null;
  if (role === 'SCHOOL_REGISTRAR') return !at.proposal || at.stale ? 'PROPOSE' : null;
  const mine = at.proposal?.proposedBy === accountId;
  return role === 'SCHOOL_LEADER' && at.proposal && !at.stale && !mine ? 'CLOSE' : null;
}

/**
 * One item: as it was closed where the year is, with what differs today; else as it stands. Leaves a VIEW_SCHOOL_FILE row.
 * Refuses NOT_FOUND for a school elsewhere.
 */
export function viewItem(
  services: SchoolFileNeeds,
  register: RegisterOfChanges,
  actor: Actor,
  which: WhichFile & { kind: SchoolFileKind },
): Promise<SchoolFileItemView> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const drawing = await drawingOf(tx, services, register, actor, which);
    const { school, year } = drawing;
    await record(tx, asAuditActor(actor), {
      action: 'VIEW_SCHOOL_FILE',
      subjectKind: 'INSTITUTION',
      subjectId: school.id,
      path: school.path,
      detail: { year: year.year, item: which.kind },
    });
    const { item, closedOn, since } = await itemOf(tx, services, drawing, which.kind);
    return {
      ...{ kind: which.kind, title: SCHOOL_FILE_KINDS[which.kind], columns: [...item.columns] },
      ...{ rows: asRows(item.rows), closedOn, ...since },
    };
  });
}

export interface ItemOfYear {
  /** As it was closed where the year is, else as it stands. */
  item: SchoolFileItem;
  closedOn: CivilDate | null;
  /** Nothing while the year is open. */
  since: Difference;
}

/** One item of a year, and what has become of it since the year was closed. */
export async function itemOf(
  tx: Transaction,
  { files }: Pick<SchoolFileNeeds, 'files'>,
  drawing: Drawing,
  kind: SchoolFileKind,
): Promise<ItemOfYear> {
  const { school, year } = drawing;
  const now = await drawItem(drawing, kind);
  const closing = await findClosing(tx, school.id, year.year);
  const kept = (await listClosedItems(tx, school.id, year.year)).find(({ item }) => item === kind);
  if (!closing || !kept) return { item: now, closedOn: null, since: { onlyNow: [], onlyClosed: [], takenBack: [] } };
  const closed = JSON.parse((await files.fetch(kept.fileId)).toString('utf8')) as SchoolFileItem;
  const since = differenceSince(closed, now, closed.columns.indexOf(REVERSED));
  return { item: closed, closedOn: dayOf(closing.signedAt), since };
}

const asRows = (rows: SchoolFileItem['rows']): string[][] => rows.map((row) => [...row]);

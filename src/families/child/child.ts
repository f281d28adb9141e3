/** 链接所属的孩子: whose form it is: an entrant until it is registered, and the same child as a student from then on. */
import type { Actor, Services } from '../../access/index.ts';
import { type Entrant, findStanding, type OpenedEntrant, type Opening, openEntrant } from '../../admissions/index.ts';
import { getInstitution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Stage } from '../../policy/index.ts';
import {
  checkMaySee,
  type Guardian,
  type HeldRecord,
  type RawRecord,
  rawOf,
  readRecord,
  type StudentRecord,
} from '../../students/index.ts';
import { isStudent } from './child.store.ts';

/** What a child's form is made of, wherever it is kept. */
export interface Child {
  id: string;
  name: string;
  path: string;
  bornOn: CivilDate | undefined;
  identityNumber: string | undefined;
  guardians: readonly Guardian[];
  /** Values of the form by path; of an entrant also what cannot be read, as it was filled in. */
  items: RawRecord;
  photoId: string | null;
  /** Who is registered nowhere has none. */
  school: { id: string; name: string } | undefined;
  stage: Stage | undefined;
  classGroupId: string | undefined;
  classWords: string | undefined;
  seatNo: number | null;
  /** The student's record; undefined before registration. */
  held: HeldRecord | undefined;
  /** The school's draft; undefined once registered. */
  draft: OpenedEntrant | undefined;
}

type Needs = Pick<Services, 'cipher'>;

/**
 * The child as it stands; `proposed` counts as filled in already where there is a draft. Refuses NOT_FOUND outside the
 * scope, and for a draft that was taken away or refused.
 */
export async function readChild(
  tx: Transaction,
  services: Needs,
  id: string,
  proposed: RawRecord = {},
): Promise<Child> {
  if (await isStudent(tx, id)) return asStudent(id, await readRecord(tx, services, id));
  const entrant = await findStanding(tx, id);
  if (!entrant) throw refuse('NOT_FOUND', { what: '此学生' });
  return readEntrant(tx, services, entrant, { proposed });
}

/** A draft as a child. */
export async function readEntrant(
  tx: Transaction,
  services: Needs,
  entrant: Entrant,
  how: Opening = {},
): Promise<Child> {
  const draft = await openEntrant(tx, services, entrant, how);
  const { record, school } = draft;
  return {
    ...{ id: entrant.id, path: entrant.path, photoId: entrant.photoId, draft, held: undefined },
    name: record.name ?? entrant.name,
    bornOn: record.bornOn,
    identityNumber: record.identityNumber,
    guardians: guardiansInPlace(draft),
    items: { ...draft.raw, ...rawOf(inPlace(draft)) },
    school: { id: school.id, name: school.name },
    stage: entrant.stage,
    classGroupId: entrant.classGroupId ?? undefined,
    classWords: entrant.shown.classText || undefined,
    seatNo: record.seatNo ?? null,
  };
}

/** A family member stands in the row that was filled in, though the first row may have been left empty. */
function guardiansInPlace({ record, guardianRows }: OpenedEntrant): Guardian[] {
  const rows: Guardian[] = [];
  const told = guardianRows.length === record.guardians.length; // else a row could not be read at all
  record.guardians.forEach((guardian, place) => {
    rows[told ? (guardianRows[place] ?? place) : place] = guardian;
  });
  return Array.from(rows, (guardian) => guardian ?? {});
}

const inPlace = (draft: OpenedEntrant): StudentRecord => ({ ...draft.record, guardians: guardiansInPlace(draft) });

function asStudent(id: string, held: HeldRecord): Child {
  const { row, record, open, group, groupName } = held;
  return {
    ...{ id, path: row.path, photoId: row.photo_id, held, draft: undefined },
    name: record.name ?? '',
    bornOn: record.bornOn,
    identityNumber: record.identityNumber,
    guardians: record.guardians,
    items: rawOf(record),
    school: open && { id: open.school_id, name: open.school_name },
    stage: open?.stage as Stage | undefined,
    classGroupId: group?.class_group_id,
    classWords: groupName,
    seatNo: group?.seat_no ?? null,
  };
}

/** A class teacher sees the children of the own class groups; anybody else is told that there is no such child. */
export async function checkMaySeeChild(tx: Transaction, actor: Actor, child: Child): Promise<void> {
  if (child.held) return checkMaySee(tx, actor, child.id);
  const own = child.classGroupId !== undefined && actor.classGroupIds.includes(child.classGroupId);
  if (actor.role === 'CLASS_TEACHER' && !own) throw refuse('NOT_FOUND', { what: '此学生' });
}

/** The school of a child with its place, for the questions that are put to the law. Refuses NOT_FOUND without one. */
export async function schoolOf(tx: Transaction, { school }: Pick<Child, 'school'>) {
  if (!school) throw refuse('NOT_FOUND', { what: '在籍的学生' });
  return getInstitution(tx, { id: school.id });
}

/** The same where only the id is at hand. */
export const subjectAt = async (tx: Transaction, id: string) => ({
  subjectKind: (await isStudent(tx, id)) ? ('STUDENT' as const) : ('ENTRANT' as const),
  subjectId: id,
});

/** Under which name a child stands in the trail. */
export const subjectOf = ({ id, held }: Pick<Child, 'id' | 'held'>) => ({
  subjectKind: held ? ('STUDENT' as const) : ('ENTRANT' as const),
  subjectId: id,
});

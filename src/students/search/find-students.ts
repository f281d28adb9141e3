/** 查学生: one search box and the lists of school and county, always in the caller's scope. */
import type { Actor, Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { identityHashOf, TYPES_OF_RESIDENT_FORM } from '../matching/match-keys.ts';
import { findHolders } from '../matching/matching.store.ts';
import { numberHashOf, tailIndexOf } from '../numbers/number-index.ts';
import type { PlaceInList } from './place-in-list.ts';
import {
  countInRoster,
  countiesIn,
  findByNumber,
  findInRoster,
  fits,
  type RosterFilter,
  type RosterRow,
} from './search.store.ts';
import { readSearch, type SearchTerm } from './search-terms.ts';

export interface StudentQuery {
  text: string;
  schoolId?: string | undefined;
  /** Place code of one county, where the caller stands above several. */
  county?: string | undefined;
  grade?: number | undefined;
  classGroupId?: string | undefined;
  state?: string | undefined;
  place?: PlaceInList | undefined;
  limit: number;
}

/** A page of a list, and where the pages beside it begin. */
export interface StudentsFound {
  rows: RosterRow[];
  previous: PlaceInList | undefined;
  next: PlaceInList | undefined;
  /** How many the query finds in all; undefined where that would mean to count a whole city or province. */
  total: number | undefined;
}

const NOBODY: StudentsFound = { rows: [], previous: undefined, next: undefined, total: 0 };

/** A page of the students that the caller may see. A class teacher sees the own class groups only. */
export async function findStudents(
  tx: Transaction,
  { index }: Pick<Services, 'index'>,
  actor: Actor,
  query: StudentQuery,
): Promise<StudentsFound> {
  const by = await lookUp(tx, index, readSearch(query.text));
  if (!by) return NOBODY;
  const filter = await filterOf(tx, actor, query, by);
  const { limit } = query;
  const place = query.place && fits(query.place, filter) ? query.place : undefined;
  const found = await findInRoster(tx, filter, { place, limit: limit + 1 });
  const backward = place?.side === 'BEFORE';
  const more = found.length > limit;
  const rows = backward ? found.slice(-limit) : found.slice(0, limit);
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    previous: first && (backward ? more : place !== undefined) ? placeOf('BEFORE', first) : undefined,
    next: last && (backward || more) ? placeOf('AFTER', last) : undefined,
    total: isCountable(actor, query, by) ? await countInRoster(tx, filter) : undefined,
  };
}

async function filterOf(
  tx: Transaction,
  { institution, role, classGroupIds: led }: Actor,
  query: StudentQuery,
  by: RosterFilter['by'],
): Promise<RosterFilter> {
  const { level, path, county, id } = institution;
  const oneCounty = query.county ?? (level === 'CITY' || level === 'PROVINCE' ? undefined : county);
  const own = role === 'CLASS_TEACHER' ? led : undefined;
  const asked = query.classGroupId ? [query.classGroupId] : undefined;
  return {
    counties: oneCounty ? [oneCounty] : await countiesIn(tx, path),
    by,
    schoolId: level === 'SCHOOL' ? id : query.schoolId,
    grade: query.grade,
    classGroupIds: own && asked ? asked.filter((one) => own.includes(one)) : (own ?? asked),
    state: query.state,
  };
}

/** Counting reads what the list does not: a county is a matter of milliseconds, a province is not. */
function isCountable({ institution }: Actor, { county, schoolId }: StudentQuery, by: RosterFilter['by']): boolean {
  const wide = institution.level === 'CITY' || institution.level === 'PROVINCE';
  return !wide || county !== undefined || schoolId !== undefined || 'equals' in by;
}

function placeOf(side: PlaceInList['side'], { key0, key1, key2, studentId }: RosterRow): PlaceInList {
  return { side, keys: [key0, key1, key2].filter((key) => key !== null), studentId };
}

async function lookUp(
  tx: Transaction,
  index: Services['index'],
  term: SearchTerm,
): Promise<RosterFilter['by'] | undefined> {
  switch (term.kind) {
    case 'NONE':
      return { column: 'order' };
    case 'NAME':
      return { column: 'name', prefix: term.text };
    case 'PINYIN':
      return { column: 'plain_pinyin', prefix: term.text };
    case 'INITIALS':
      return { column: 'initials', prefix: term.text };
    case 'TAIL':
      return { column: 'identity_tail', equals: tailIndexOf(index, term.text) };
    case 'NUMBER': {
      const studentId = await findByNumber(tx, numberHashOf(index, term.text));
      return studentId ? { column: 'student_id', equals: studentId } : undefined;
    }
    case 'IDENTITY': {
      const hashes = TYPES_OF_RESIDENT_FORM.map((type) => identityHashOf(index, type, term.text));
      const [holder] = (await findHolders(tx, hashes)).values();
      return holder ? { column: 'student_id', equals: holder.studentId } : undefined;
    }
  }
}

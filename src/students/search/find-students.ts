/** 查学生: one search box and the lists of school and county, always in the caller's scope. */
import type { Actor, Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { identityHashOf } from '../matching/match-keys.ts';
import { findHolders } from '../matching/matching.store.ts';
import { numberHashOf, tailIndexOf } from '../numbers/number-index.ts';
import { countiesIn, findByNumber, findInRoster, type RosterFilter, type RosterRow } from './search.store.ts';
import { readSearch, type SearchTerm } from './search-terms.ts';

export interface StudentQuery {
  text: string;
  schoolId?: string | undefined;
  /** Place code of one county, where the caller stands above several. */
  county?: string | undefined;
  grade?: number | undefined;
  classGroupId?: string | undefined;
  state?: string | undefined;
  after?: { sortKey: string; studentId: string } | undefined;
  limit: number;
}

/** A page of the students that the caller may see. A class teacher sees the own class groups only. */
export async function findStudents(
  tx: Transaction,
  { index }: Pick<Services, 'index'>,
  actor: Actor,
  query: StudentQuery,
): Promise<RosterRow[]> {
  const { institution } = actor;
  const belowCounty =
    institution.level === 'SCHOOL' || institution.level === 'CENTRE' || institution.level === 'COUNTY';
  const counties = query.county
    ? [query.county]
    : belowCounty
      ? [institution.county]
      : await countiesIn(tx, institution.path);
  const by = await lookUp(tx, index, readSearch(query.text));
  if (!by) return [];
  const own = actor.role === 'CLASS_TEACHER' ? actor.classGroupIds : undefined;
  const asked = query.classGroupId ? [query.classGroupId] : undefined;
  return findInRoster(tx, {
    counties,
    by,
    schoolId: institution.level === 'SCHOOL' ? institution.id : query.schoolId,
    grade: query.grade,
    classGroupIds: own && asked ? asked.filter((id) => own.includes(id)) : (own ?? asked),
    state: query.state,
    after: query.after,
    limit: query.limit,
  });
}

/** Resident identity card, residence permit, permanent residence card: the documents with numbers of that form. */
const TYPES_OF_RESIDENT_FORM = ['1', 'C', '9'];

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

/** 看各校缺项: what the files of an authority's schools lack by law, school by school; a wide place is opened level by level. */
import type { Actor, Services } from '../../../access/index.ts';
import {
  getInstitutionInScope,
  type Institution,
  institutionLevelOf,
  listInstitutions,
  listSchoolsBelow,
} from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Where } from '../../../policy/index.ts';
import { type FieldInForce, fieldsInForce } from '../further/fields.ts';
import type { GapOverview } from '../heads.api.ts';
import { heads } from '../heads.ts';
import type { HeadCode } from '../sources/file-source.ts';
import { lawPlaceOf } from '../standing/reach.ts';
import { fileTermOf, type TermOfYear } from './file-term.ts';
import { type FileStanding, type Known, standingOf } from './find-gaps.ts';
import { type FileTerm, type LawOfFile, lawOfFile, termOfFile } from './law-of-file.ts';
import { type AlikeFiles, type Asked, countAlikeFiles, provedByCases } from './overview.store.ts';

type Needs = Pick<Services, 'law'>;
/** More than any authority has directly below it. */
const MOST_BELOW = 2000;

/** What is asked of the files of one school. */
interface SchoolAsks {
  school: Institution;
  where: Where;
  law: LawOfFile;
  term: TermOfYear;
  fields: readonly FieldInForce[];
}

/**
 * A county or town counts all its schools; a wider place those that stand directly under it, and names the places below to
 * be opened. Refuses NOT_FOUND beyond the caller's place, BAD_INPUT for a school.
 */
export async function viewOverview(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  placeId: string | undefined,
): Promise<GapOverview> {
  const place = await getInstitutionInScope(tx, actor, placeId ?? actor.institution.id);
  if (place.kind === 'SCHOOL') throw refuse('BAD_INPUT', { what: '学校的缺项按班级列出，请选主管部门' });
  const level = institutionLevelOf(place);
  const wide = level !== 'COUNTY' && level !== 'CENTRE';
  const direct = wide ? await listInstitutions(tx, { upperId: place.id, limit: MOST_BELOW }) : [];
  const schools = wide ? direct.filter(({ kind }) => kind === 'SCHOOL') : await listSchoolsBelow(tx, place.path);
  const asks = await asksOf(tx, services, schools);
  const counted = await countSchools(tx, services, asks);
  const all = counted.flatMap(({ counts }) => counts);
  const terms = new Set(asks.map(({ term }) => term.words));
  return {
    place: { id: place.id, name: place.name },
    upper: place.id === actor.institution.id ? null : place.upperId,
    term: [...terms].join('、'),
    ...sumOf(all),
    items: itemsOf(all),
    schools: counted.map(({ school, counts }) => ({
      ...{ id: school.id, name: school.name, ...sumOf(counts) },
      items: itemsOf(counts),
    })),
    below: direct.filter(({ kind }) => kind !== 'SCHOOL').map(({ id, name }) => ({ id, name })),
  };
}

/** Schools of one place are asked the same, but for those with a text of their own; terms and fields are looked up by place. */
async function asksOf(tx: Transaction, { law }: Needs, schools: readonly Institution[]): Promise<SchoolAsks[]> {
  const byPlace = new Map<string, Pick<SchoolAsks, 'term' | 'fields'>>();
  const asks: SchoolAsks[] = [];
  for (const school of schools) {
    const where = lawPlaceOf(school, tx.now);
    const known = byPlace.get(school.placeCode) ?? {
      term: await fileTermOf(tx, school, dayOf(tx.now)),
      fields: await fieldsInForce(tx, school, where.day),
    };
    byPlace.set(school.placeCode, known);
    asks.push({ school, where, law: lawOfFile(law, where), ...known });
  }
  return asks;
}

/** Files of a school that lack the same. */
interface Counted {
  students: number;
  standing: FileStanding;
}

async function countSchools(tx: Transaction, services: Needs, asks: readonly SchoolAsks[]) {
  const counts = new Map<string, Counted[]>(asks.map(({ school }) => [school.id, []]));
  // Places of one authority keep the same terms and fields as a rule: then there is one look for all of them.
  const alike = Map.groupBy(asks, ({ term, fields, law }) =>
    JSON.stringify([term.words, fields.map(({ key }) => key), law.papers.map(({ paper }) => paper)]),
  );
  for (const group of alike.values()) {
    const schoolIds = group.map(({ school }) => school.id);
    const bySchool = new Map(group.map((one) => [one.school.id, one]));
    const asked = askedOf(group[0]!);
    const found = await tx.beyondScope(async () =>
      countAlikeFiles(tx, { schoolIds, asked, proved: await provedByCases(tx, schoolIds) }),
    );
    const terms = new Map<string, FileTerm | undefined>();
    for (const files of found) {
      const one = bySchool.get(files.schoolId)!;
      const due = termFor(services, terms, one, files.enteredOn);
      const standing = standingOf(
        { studentId: ALIKE, stage: files.stage },
        { asked: one.law, known: knownOf(asked, files), fields: one.fields, term: one.term, due },
      );
      counts.get(files.schoolId)!.push({ students: files.students, standing });
    }
  }
  return asks.map(({ school }) => ({ school, counts: counts.get(school.id)! }));
}

function termFor(
  { law }: Needs,
  terms: Map<string, FileTerm | undefined>,
  { school, where }: SchoolAsks,
  enteredOn: CivilDate,
): FileTerm | undefined {
  const key = `${school.placeCode} ${where.schoolCode ?? ''} ${enteredOn}`;
  if (!terms.has(key)) terms.set(key, termOfFile(law, where, enteredOn));
  return terms.get(key);
}

function askedOf({ term: { schoolYear, term }, fields, law }: SchoolAsks): Asked[] {
  return [
    ...heads.map(({ code }): Asked => ({ kind: 'HEAD', head: code })),
    ...heads
      .filter(({ none }) => none)
      .flatMap(({ code: head, none }): Asked[] => [
        none!.lasts === 'TERM' ? { kind: 'NOTE', head, schoolYear, term } : { kind: 'NOTE', head, schoolYear },
        { kind: 'NOTE', head },
      ]),
    ...fields
      .filter(({ required }) => required)
      .map(({ placeCode, title }): Asked => ({ kind: 'FIELD', placeCode, field: title })),
    ...law.papers.map(({ paper }): Asked => ({ kind: 'PAPER', paper })),
  ];
}

/** All files of a pattern stand for one. */
const ALIKE = 'ALIKE';
const LONG_AGO = 0;

function knownOf(asked: readonly Asked[], { has }: AlikeFiles): Known {
  const having = new Map<HeadCode, Set<string>>();
  const notes: { head: HeadCode; schoolYear: number; term: 1 | 2 }[] = [];
  const papers = new Set<string>();
  const without = new Map<string, Set<string>>();
  for (const [at, one] of asked.entries()) {
    const holds = has[at] === true;
    if (one.kind === 'HEAD' && holds) having.set(one.head, new Set([ALIKE]));
    if (one.kind === 'NOTE' && holds) {
      notes.push({ head: one.head, schoolYear: one.schoolYear ?? LONG_AGO, term: one.term ?? 1 });
    }
    if (one.kind === 'FIELD' && !holds) without.set(`${one.placeCode} ${one.field}`, new Set([ALIKE]));
    if (one.kind === 'PAPER' && holds) papers.add(`${ALIKE} ${one.paper}`);
  }
  return { having, papers, without, notes: new Map([[ALIKE, notes]]) };
}

const sumOf = (counts: readonly Counted[]) => ({
  total: add(counts),
  complete: add(counts.filter(({ standing }) => standing.gaps.length === 0)),
  overdue: add(counts.filter(({ standing }) => standing.overdue)),
});

const add = (counts: readonly Counted[]): number => counts.reduce((sum, { students }) => sum + students, 0);

/** What is missing, by head and by what of it, with how many lack it; in the order of the law. */
function itemsOf(counts: readonly Counted[]): GapOverview['items'] {
  const found = new Map<string, GapOverview['items'][number]>();
  for (const { students, standing } of counts) {
    for (const { head, parts, chip } of standing.gaps) {
      for (const words of parts) {
        const key = `${head} ${words} ${chip}`;
        const before = found.get(key)?.lacking ?? 0;
        found.set(key, {
          head,
          words,
          chip,
          whole: words === heads.find(({ code }) => code === head)?.title,
          lacking: before + students,
        });
      }
    }
  }
  const order = (code: string) => heads.findIndex((one) => one.code === code);
  return [...found.values()].toSorted((a, b) => order(a.head) - order(b.head) || b.lacking - a.lacking);
}

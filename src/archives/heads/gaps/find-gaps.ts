/** 档案缺项: what the files of students lack by the law of their school's place, and who is past the day. */
import type { Services } from '../../../access/index.ts';
import type { Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import type { Stage } from '../../../policy/index.ts';
import { studentsWithout } from '../further/field-values.store.ts';
import { type FieldInForce, fieldsInForce } from '../further/fields.ts';
import { heads } from '../heads.ts';
import { healthKinds } from '../health/health.store.ts';
import { headsWithPapers, listNotes, listPapers, type Note } from '../papers/papers.store.ts';
import type { HeadCode } from '../sources/file-source.ts';
import { lawPlaceOf } from '../standing/reach.ts';
import { fileTermOf, type TermOfYear } from './file-term.ts';
import { type FileTerm, type LawOfFile, lawOfFile, termOfFile } from './law-of-file.ts';

/** One thing that a file lacks. */
export interface Gap {
  head: HeadCode;
  sentence: string;
  remedy: string;
  chip: string;
  /** The head itself, the field or the papers that are missing: what an overview counts. */
  parts: readonly string[];
}

export interface FileStanding {
  gaps: Gap[];
  /** Heads of which it is said that there is nothing. */
  noted: ReadonlySet<HeadCode>;
  /** 逾期: a head that was never filled nor noted, and the last day is past. */
  overdue: boolean;
  term: FileTerm | undefined;
}

/** Whose file is looked at. */
export interface Subject {
  studentId: string;
  stage: Stage;
  enteredOn: CivilDate;
}

export interface FilesOf {
  law: LawOfFile;
  term: TermOfYear;
  byStudent: ReadonlyMap<string, FileStanding>;
}

/** All students at once; each feature is asked once for everybody, or not at all where `having` tells already who has what. */
export async function findGaps(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  school: Institution,
  subjects: readonly Subject[],
  having?: ReadonlyMap<HeadCode, ReadonlySet<string>>,
): Promise<FilesOf> {
  const where = lawPlaceOf(school, tx.now);
  const asked = lawOfFile(law, where);
  const term = await fileTermOf(tx, school, dayOf(tx.now));
  const ids = subjects.map(({ studentId }) => studentId);
  const fields = await fieldsInForce(tx, school, where.day);
  const known = await tx.beyondScope(() => gather(tx, ids, { asked, fields, having }));
  const terms = new Map<CivilDate, FileTerm | undefined>();
  const byStudent = new Map<string, FileStanding>();
  for (const one of subjects) {
    if (!terms.has(one.enteredOn)) terms.set(one.enteredOn, termOfFile(law, where, one.enteredOn));
    byStudent.set(one.studentId, standingOf(one, { asked, known, fields, term, due: terms.get(one.enteredOn) }));
  }
  return { law: asked, term, byStudent };
}

/** What is known of many files, by student. */
export interface Known {
  having: ReadonlyMap<HeadCode, ReadonlySet<string>>;
  notes: ReadonlyMap<string, readonly Pick<Note, 'head' | 'schoolYear' | 'term'>[]>;
  /** Student and paper of the school's own text, with a blank between. */
  papers: ReadonlySet<string>;
  /** By field, who has no value. */
  without: ReadonlyMap<string, ReadonlySet<string>>;
}

async function gather(
  tx: Transaction,
  ids: readonly string[],
  { asked, fields, having: told }: Pick<About, 'asked' | 'fields'> & { having: Known['having'] | undefined },
): Promise<Known> {
  const having = new Map<HeadCode, Set<string>>();
  if (ids.length > 0 && !told) {
    const filed = Map.groupBy(await headsWithPapers(tx, ids), ({ head }) => head);
    for (const { code, sources } of heads) {
      const found = new Set(filed.get(code)?.map(({ studentId }) => studentId));
      for (const source of sources) for (const id of await source.having(tx, ids)) found.add(id);
      having.set(code, found);
    }
  }
  const some = ids.length > 0;
  const papers = some && asked.papers.length > 0 ? await listPapers(tx, ids) : [];
  const health = some && asked.papers.length > 0 ? await healthKinds(tx, ids) : [];
  return {
    having: told ?? having,
    notes: Map.groupBy(some ? await listNotes(tx, ids) : [], ({ studentId }) => studentId),
    papers: new Set([
      ...papers.map(({ studentId, paper }) => `${studentId} ${paper}`),
      ...health.map(({ studentId, kind }) => `${studentId} ${kind === 'FITNESS' ? 'SPORT' : 'PHYSICAL'}`),
    ]),
    without: some ? await studentsWithout(tx, fields, ids) : new Map<string, ReadonlySet<string>>(),
  };
}

export interface About {
  asked: LawOfFile;
  known: Known;
  fields: readonly FieldInForce[];
  term: TermOfYear;
  due: FileTerm | undefined;
}

/** What one file lacks, of what is known of it. */
export function standingOf(
  { studentId, stage }: Pick<Subject, 'studentId' | 'stage'>,
  { asked, known, fields, term, due }: About,
): FileStanding {
  const notes = known.notes.get(studentId) ?? [];
  const has = (code: HeadCode) => known.having.get(code)?.has(studentId) === true;
  const noted = new Set<HeadCode>();
  let never = false;
  const gaps: Gap[] = [];
  for (const { code, title, none } of heads) {
    const said = notes.filter((note) => note.head === code);
    const holds = said.some(
      ({ schoolYear, term: of }) =>
        schoolYear === term.schoolYear && (none?.lasts === 'SCHOOL_YEAR' || of === term.term),
    );
    if (holds) noted.add(code);
    if (!asked.heads.includes(code) || has(code) || holds) continue;
    if (said.length === 0) never = true;
    gaps.push({
      ...{ head: code, chip: asked.chip, sentence: `缺${title}`, parts: [title] },
      remedy: none ? `补齐后归档；确实没有的，注明“${none.words}”` : '补齐后归档',
    });
  }
  for (const field of fields) {
    if (!field.required || !field.stages.includes(stage) || !known.without.get(field.key)?.has(studentId)) continue;
    gaps.push({
      head: 'FURTHER',
      sentence: `缺${field.title}`,
      parts: [field.title],
      remedy: `由${field.placeName}规定，填写“${field.title}”`,
      chip: asked.furtherChip,
    });
  }
  const owed = asked.papers.filter(({ paper }) => !known.papers.has(`${studentId} ${paper}`));
  if (owed.length > 0) {
    gaps.push({
      ...{ head: 'PROOFS', chip: asked.papersChip },
      sentence: `校定归档材料缺${owed.map(({ words }) => words).join('、')}`,
      parts: owed.map(({ words }) => words),
      remedy: '收到后归档，须盖区教体局学籍章的盖章后归档',
    });
  }
  return { gaps, noted, overdue: never && due?.late === true, term: due };
}

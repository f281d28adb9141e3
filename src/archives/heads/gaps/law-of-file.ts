/** 档案内容的规定: which heads and papers the law of a place asks for, with their articles, and until when. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { chipOf, type Law, SCHOOL_PAPERS, type SchoolPaper, type Where } from '../../../policy/index.ts';
import type { HeadCode } from '../sources/file-source.ts';

export interface LawOfFile {
  /** Heads that a file must have. */
  heads: readonly HeadCode[];
  chip: string;
  /** 第七部分: does the text that lists the heads leave a further one to authorities? */
  further: boolean;
  furtherChip: string;
  /** Papers that the school's own text puts into the file. */
  papers: readonly { paper: SchoolPaper; words: string }[];
  papersChip: string;
}

/** By the law of the place, and of the school where it has a text of its own. */
export function lawOfFile(law: Law, where: Where): LawOfFile {
  const listed = law.parametersOf('file-parts', where).find(({ name }) => name === 'parts');
  const rules = law.rulesFor('student-file', where);
  const further = rules.find(({ id }) => id.startsWith('file-further-part'));
  const own = law.parametersOf('school-papers', where).find(({ name }) => name === 'papers');
  return {
    heads: (listed?.value ?? []) as HeadCode[],
    chip: listed?.basis ? chipOf(listed.basis) : '',
    further: further !== undefined && listed?.basis?.instrument === further.basis.instrument,
    furtherChip: further ? chipOf(further.basis) : '',
    papers: ((own?.value ?? []) as SchoolPaper[]).map((paper) => ({ paper, words: SCHOOL_PAPERS[paper] })),
    papersChip: own?.basis ? chipOf(own.basis) : '',
  };
}

/** 建档期限 of one entry. */
export interface FileTerm {
  /** Is today past the last day? */
  late: boolean;
  dueOn: CivilDate | null;
  /** 入学后15天内建籍，9月16日到期 */
  sentence: string;
  chip: string;
}

/** Until when the file of somebody who entered on that day is built; undefined where no text sets it. */
export function termOfFile(law: Law, where: Where, enteredOn: CivilDate): FileTerm | undefined {
  const { findings } = law.ask('build-file', where, { enteredOn, submittedOn: where.day });
  const [first] = findings;
  if (!first) return undefined;
  return {
    late: findings.some(({ verdict }) => verdict !== 'ALLOW'),
    dueOn: (first.facts['dueOn'] ?? null) as CivilDate | null,
    sentence: first.sentence.replaceAll('建籍', '建档'),
    chip: first.chip,
  };
}

/** Asks whether anything may be taken out of the file, and gives the sentence that says no. */
export function refusalToRemove(law: Law, where: Where): string | undefined {
  const { findings } = law.ask('student-file', where, { parts: [], removed: 1 });
  const found = findings.find(({ verdict, code }) => verdict === 'REFUSE' && code === 'REMOVED');
  return found && `${found.sentence}（${found.chip}），${found.remedy ?? ''}`;
}

/** 学校文本 篇三: the roster of entrants and the registration card are made in three copies, each with its keepers. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { type Citation, fixed, rule, silent, step } from '../../../src/policy/index.ts';

const ROSTER = '填写新生花名册一式3份';
const ROSTER_KEPT = ['班主任留用新生花名册', '新生花名册存档', '新生花名册存区教体局'];
const roster = {
  stage: 'JUNIOR',
  termStart: civilDate('2026-09-01'),
  confirmedOn: civilDate('2026-09-20'),
} as const;

export const rosterInCopies = (basis: Citation) =>
  rule('roster-confirmation')({
    id: 'roster-in-copies',
    title: '新生花名册的份数',
    basis,
    force: 'MUST',
    parameters: { copies: fixed(3, 'LARGER', '新生花名册', '份') },
    decide: () => silent,
    requires: ({ stage }, law) =>
      stage === 'JUNIOR'
        ? [
            step('SCHOOL', `填写新生花名册一式${law.copies}份`),
            step('CLASS_TEACHER', '班主任留用新生花名册'),
            step('SCHOOL', '新生花名册存档'),
            step('COUNTY', '新生花名册存区教体局'),
          ]
        : [],
    sentences: {},
    examples: [
      { name: 'junior', facts: roster, expect: 'NONE', requires: [ROSTER, ...ROSTER_KEPT] },
      { name: 'primary is no question', facts: { ...roster, stage: 'PRIMARY' }, expect: 'NONE', requires: [] },
    ],
  });

const CARD = '建立义务教育学籍卡一式3份，由学校和区教体局分别管理';
const built = { enteredOn: civilDate('2026-09-01'), submittedOn: civilDate('2026-09-10') };

/** The card in three copies and the file in two stand beside each other: both are printed. */
export const cardInCopies = (basis: Citation) =>
  rule('build-file')({
    id: 'card-in-copies',
    title: '学籍卡的份数',
    basis,
    force: 'MUST',
    parameters: { copies: fixed(3, 'LARGER', '义务教育学籍卡', '份') },
    decide: () => silent,
    requires: (_, law) => [step('SCHOOL', `建立义务教育学籍卡一式${law.copies}份，由学校和区教体局分别管理`)],
    sentences: {},
    examples: [{ name: 'any student', facts: built, expect: 'NONE', requires: [CARD] }],
  });

/** 同一条件: what the law of Shanxi (sending) and Sichuan (receiving) asks of a transfer, as rows that any engine can read. */
import fc from 'fast-check';
import { addDays, type CivilDate, civilDate } from '../../src/kernel/civil-date.ts';
import { calendar } from '../../src/kernel/working-days.ts';
import type { Questions } from '../../src/policy/index.ts';

export const SENDING = { placeCode: '140105' } as const;
export const RECEIVING = { placeCode: '510107' } as const;
const TERM_START = civilDate('2026-03-02');
const TERM_END = civilDate('2026-07-03');

export interface TransferCase {
  day: CivilDate;
  facts: Questions['transfer'];
}

/** What the other engines are given: flat, with every comparison of days and grades already made for them. */
export interface FlatFacts {
  stage: string;
  ground: string;
  moved: string;
  forTerm: string;
  gradeKept: boolean;
  lastGrade: boolean;
  onLeave: boolean;
  underSanction: boolean;
  guardianApplies: boolean;
  schoolAtNewPlace: boolean;
  appliedAt: string;
  openedBy: string;
  papers: readonly string[];
  fromSchool: string;
  toSchool: string;
  fromFounder: string;
  toFounder: string;
  privateSchoolThere: boolean;
  dayOfTerm: number;
  workingDayOfTerm: number;
  daysAfterTerm: number;
}

export interface Condition {
  fact: keyof FlatFacts;
  is: 'EQUAL' | 'IN' | 'ABOVE' | 'LACKS';
  value: string | boolean | number | readonly string[];
}

/** All conditions hold: then this verdict, with its reason and article. */
export interface Row {
  when: readonly Condition[];
  verdict: 'REFUSE' | 'DISCRETIONARY';
  sentence: string;
  chip: string;
}

const is = (fact: keyof FlatFacts, value: string | boolean): Condition => ({ fact, is: 'EQUAL', value });
const among = (fact: keyof FlatFacts, ...value: string[]): Condition => ({ fact, is: 'IN', value });
const above = (fact: keyof FlatFacts, value: number): Condition => ({ fact, is: 'ABOVE', value });
const lacks = (value: string): Condition => ({ fact: 'papers', is: 'LACKS', value });
const row = (verdict: Row['verdict'], chip: string, sentence: string, ...when: Condition[]): Row => ({
  when,
  verdict,
  sentence,
  chip,
});
const senior = is('stage', 'SENIOR');

export const ROWS: readonly Row[] = [
  row('REFUSE', '山西·第十七条', '居住地和户籍须都已迁移', among('ground', 'HOUSEHOLD_MOVED', 'RESIDENCE_MOVED')),
  row('REFUSE', '山西·第十七条', '不是转学的条件', among('ground', 'JOB_MOVED', 'WITH_RELATIVES', 'OTHER', 'NONE')),
  row(
    'REFUSE',
    '山西·第十七条',
    '不算跨省、市、县迁移',
    among('ground', 'HOUSEHOLD_AND_RESIDENCE_MOVED', 'MIGRANT_WORK'),
    among('moved', 'WITHIN_SCHOOL_DISTRICT', 'WITHIN_COUNTY', 'WITHIN_URBAN_AREA'),
  ),
  row('REFUSE', '山西·第十七条', '只能转入户籍所在地或务工所在地的学校', is('schoolAtNewPlace', false)),
  ...['FORM', 'EVIDENCE', 'SEALED_IMAGE'].map((paper) => row('REFUSE', '山西·第十八条', `缺${paper}`, lacks(paper))),
  row('REFUSE', '山西·第十八条', '监护人未申请', is('guardianApplies', false)),
  row('REFUSE', '山西·第二十条', '转学不得变更年级', is('gradeKept', false)),
  row('REFUSE', '山西·第二十条', '毕业年级不得转学', is('lastGrade', true)),
  row('REFUSE', '山西·第二十条', '休学期间不得转学', is('onLeave', true)),
  row('REFUSE', '山西·第二十条', '受处分期间不得转学', is('underSanction', true)),
  row('DISCRETIONARY', '山西·第二十条', '学期中原则上不能转学', is('forTerm', 'RUNNING'), above('dayOfTerm', 0)),
  row('REFUSE', '山西·第二十条', '不能转入示范高中', senior, is('fromSchool', 'ORDINARY'), is('toSchool', 'MODEL')),
  row(
    'REFUSE',
    '山西·第二十条',
    '民办高中不能转入公办高中',
    senior,
    is('fromFounder', 'PRIVATE'),
    is('toFounder', 'PUBLIC'),
    is('privateSchoolThere', true),
  ),
  row('REFUSE', '国家·第十五条', '转出学校不能发起', is('openedBy', 'SENDING_SCHOOL')),
  row('REFUSE', '四川·第三十条', '不得随意转学', is('ground', 'NONE')),
  row(
    'DISCRETIONARY',
    '四川·第三十条',
    '是否正当由县、市认定',
    among('ground', 'RESIDENCE_MOVED', 'MIGRANT_WORK', 'WITH_RELATIVES', 'OTHER'),
  ),
  row(
    'DISCRETIONARY',
    '四川·第三十一条',
    '原则上不得转往示范高中',
    senior,
    is('fromSchool', 'ORDINARY'),
    is('toSchool', 'MODEL'),
  ),
  row('DISCRETIONARY', '四川·第三十一条', '毕业年级原则上不转学', senior, is('lastGrade', true)),
  row('DISCRETIONARY', '四川·第三十一条', '休学期间原则上不转学', senior, is('onLeave', true)),
  row('REFUSE', '四川·第三十二条', '监护人未申请', is('guardianApplies', false)),
  row('REFUSE', '四川·第三十二条', '向转入学校申请', is('appliedAt', 'SENDING_SCHOOL')),
  ...['IDENTITY', 'HOUSEHOLD_REGISTER', 'BASIC_SHEET', 'FORM', 'EVIDENCE'].map((paper) =>
    row('REFUSE', '四川·第三十二条', `缺${paper}`, lacks(paper)),
  ),
  row('DISCRETIONARY', '四川·第三十三条', '开学5个工作日后', is('forTerm', 'RUNNING'), above('workingDayOfTerm', 5)),
  row('DISCRETIONARY', '四川·第三十三条', '学期已结束', is('forTerm', 'NEXT'), above('daysAfterTerm', 0)),
];

/** Cases with everything known, most of them with one or two things against them. */
export function someCases(count: number, seed: number): TransferCase[] {
  const PAPERS = ['FORM', 'IDENTITY', 'HOUSEHOLD_REGISTER', 'BASIC_SHEET', 'EVIDENCE', 'SEALED_IMAGE'] as const;
  const rarely = fc.integer({ min: 0, max: 11 }).map((draw) => draw === 0);
  const aCase = fc.record({
    stage: fc.constantFrom('PRIMARY' as const, 'JUNIOR' as const, 'SENIOR' as const),
    kept: rarely.map((not) => !not),
    lastGrade: rarely,
    ground: fc.oneof(
      { weight: 4, arbitrary: fc.constant('HOUSEHOLD_AND_RESIDENCE_MOVED' as const) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('HOUSEHOLD_MOVED' as const, 'MIGRANT_WORK', 'JOB_MOVED', 'OTHER', 'NONE'),
      },
    ),
    moved: fc.constantFrom('WITHIN_COUNTY' as const, ...Array.from({ length: 6 }, () => 'ACROSS_PROVINCES' as const)),
    forTerm: fc.constantFrom('RUNNING' as const, 'NEXT', 'NEXT'),
    guardianApplies: rarely.map((not) => !not),
    onLeave: rarely,
    underSanction: rarely,
    missing: rarely,
    schoolAtNewPlace: rarely.map((not) => !not),
    atSender: rarely,
    toModel: rarely,
    toPublic: rarely,
    days: fc.integer({ min: 0, max: 150 }),
  });
  return fc.sample(aCase, { numRuns: count, seed }).map((drawn) => ({
    day: addDays(TERM_START, drawn.days),
    facts: {
      stage: drawn.stage,
      grade: 4,
      targetGrade: drawn.kept ? 4 : 5,
      lastGrade: drawn.lastGrade,
      ground: drawn.ground,
      moved: drawn.moved,
      schools: 'OTHER_PROVINCE',
      forTerm: drawn.forTerm,
      termStart: TERM_START,
      termEnd: TERM_END,
      guardianApplies: drawn.guardianApplies,
      onLeave: drawn.onLeave,
      underSanction: drawn.underSanction,
      papers: drawn.missing ? PAPERS.slice(1) : PAPERS,
      appliedAt: drawn.atSender ? 'SENDING_SCHOOL' : 'RECEIVING_SCHOOL',
      openedBy: 'RECEIVING_SCHOOL',
      schoolAtNewPlace: drawn.schoolAtNewPlace,
      fromSchool: 'ORDINARY',
      toSchool: drawn.toModel ? 'MODEL' : 'ORDINARY',
      fromFounder: 'PRIVATE',
      toFounder: drawn.toPublic ? 'PUBLIC' : 'PRIVATE',
      privateSchoolThere: true,
    },
  }));
}

/** A case as the other engines are given it. */
export function flat({ day, facts }: TransferCase): FlatFacts {
  const { termStart, termEnd, grade, targetGrade, schools, ...rest } = facts;
  return {
    ...(rest as unknown as FlatFacts),
    gradeKept: grade === targetGrade,
    dayOfTerm: Number(day > termStart),
    workingDayOfTerm: calendar.workingDaysBetween(termStart, day),
    daysAfterTerm: Number(day > termEnd),
  };
}

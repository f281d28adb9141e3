/** 学校文本 篇三 考核: who takes which examination, and what the class teacher and the file get from it. */
import { allow, type Citation, deny, paper, rule, silent, step } from '../../../../src/policy/index.ts';

const REPORT = '填写义务教育学生素质发展报告手册';
const CONTACT = '与家长联系';
const PRACTICE_FORM = '中学生社会实践活动登记表';
const SPORT_CARD = '中学生体育合格标准登记卡';

const midterm = { stage: 'JUNIOR', kind: 'MIDTERM', takesPart: true, graduating: false, wholeSchool: true } as const;
const isLarge = (kind: string): boolean => kind === 'MIDTERM' || kind === 'FINAL';

/** Mid-term and final examinations are for everybody in every subject; the monthly ones are not. */
export const examinationScope = (basis: Citation) =>
  rule('assessment')({
    id: 'examination-scope',
    title: '大考和小考',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ kind, wholeSchool }) => {
      if (kind === 'MONTHLY') return allow('SMALL');
      if (!isLarge(kind) || wholeSchool === undefined) return silent;
      return wholeSchool ? allow() : deny('NOT_EVERYBODY');
    },
    sentences: {
      COMPLIES: '期中、期末考试全部学生参加所有科目',
      SMALL: '月考为小考，部分学科、部分学生参加',
      NOT_EVERYBODY: '期中、期末为大考，全部学生参加考试所有科目',
    },
    remedies: { NOT_EVERYBODY: '把未参加的学生和科目补上' },
    examples: [
      { name: 'everybody at mid-term', facts: midterm, expect: 'COMPLIES' },
      { name: 'some at the final', facts: { ...midterm, kind: 'FINAL', wholeSchool: false }, expect: 'NOT_EVERYBODY' },
      { name: 'a monthly one', facts: { ...midterm, kind: 'MONTHLY', wholeSchool: false }, expect: 'SMALL' },
      { name: 'no examination', facts: { ...midterm, kind: 'SPORT' }, expect: 'NONE' },
    ],
  });

export const qualityReport = (basis: Citation) =>
  rule('assessment')({
    id: 'quality-report',
    title: '素质发展报告手册',
    basis,
    force: 'MUST',
    parameters: {},
    decide: () => silent,
    requires: ({ kind }) => (isLarge(kind) ? [step('CLASS_TEACHER', REPORT), step('CLASS_TEACHER', CONTACT)] : []),
    sentences: {},
    examples: [
      { name: 'mid-term', facts: midterm, expect: 'NONE', requires: [REPORT, CONTACT] },
      { name: 'final', facts: { ...midterm, kind: 'FINAL' }, expect: 'NONE', requires: [REPORT, CONTACT] },
      { name: 'monthly', facts: { ...midterm, kind: 'MONTHLY' }, expect: 'NONE', requires: [] },
    ],
  });

/** The two papers that the file holds on practice and sport. */
export const assessmentPapers = (basis: Citation) =>
  rule('assessment')({
    id: 'assessment-papers',
    title: '实践和体育登记',
    basis,
    force: 'MUST',
    parameters: {},
    decide: () => silent,
    requires: ({ kind }) => {
      if (kind === 'PRACTICE') return [paper('SCHOOL', PRACTICE_FORM)];
      return kind === 'SPORT' ? [paper('SCHOOL', SPORT_CARD)] : [];
    },
    sentences: {},
    examples: [
      { name: 'practice', facts: { ...midterm, kind: 'PRACTICE' }, expect: 'NONE', requires: [PRACTICE_FORM] },
      { name: 'sport', facts: { ...midterm, kind: 'SPORT' }, expect: 'NONE', requires: [SPORT_CARD] },
      { name: 'mid-term', facts: midterm, expect: 'NONE', requires: [] },
    ],
  });

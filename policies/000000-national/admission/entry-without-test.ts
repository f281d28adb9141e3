/** 免试入学: a text by which children of compulsory age enter near home and without examination. */
import { allow, type Citation, deny, rule, silent } from '../../../src/policy/index.ts';

const near = { stage: 'PRIMARY', season: 'AUTUMN', tested: false } as const;

/** The rule for the text. */
export const entryWithoutTest = (basis: Citation) =>
  rule('admission-plan')({
    id: 'entry-without-test',
    title: '免试就近入学',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ stage, tested }) => {
      if (stage === 'SENIOR' || tested === undefined) return silent;
      return tested ? deny('TESTED') : allow();
    },
    sentences: { COMPLIES: '免试就近入学', TESTED: '义务教育阶段免试入学，不得以考试或测评录取' },
    remedies: { TESTED: '取消考试和测评，按服务范围接收入学' },
    examples: [
      { name: 'without test', facts: near, expect: 'COMPLIES' },
      { name: 'with a test', facts: { ...near, tested: true }, expect: 'TESTED' },
      { name: 'nothing known of a test', facts: { stage: 'PRIMARY', season: 'AUTUMN' }, expect: 'NONE' },
      { name: 'senior is no question', facts: { ...near, stage: 'SENIOR', tested: true }, expect: 'NONE' },
    ],
  });

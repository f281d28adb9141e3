/** 留校察看期满: what becomes of a senior student on probation. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import {
  allow,
  cite,
  deny,
  fixed,
  lastDayOf,
  limitWords,
  rule,
  silent,
  type TimeLimit,
} from '../../../src/policy/index.ts';
import { dayWords } from '../../wording.ts';
import { rules } from '../instruments.ts';

const onProbation = { stage: 'SENIOR', kind: 'PROBATION', progress: false, givenOn: civilDate('2025-09-10') } as const;

/** Shanxi writes nothing on revoking; that discipline may be revoked is plain from article 35 (处分已撤销). */
export const probationEnd = rule('discipline-revocation')({
  id: 'probation-end',
  title: '留校察看期满',
  basis: cite(rules, '第四十条', 'SX-40.3', 'SX-35.1'),
  force: 'MUST',
  parameters: { term: fixed<TimeLimit>({ months: 12 }, 'SHORTER', '留校察看最长期限') },
  decide: ({ stage, kind, progress, givenOn }, law, at) => {
    if (stage !== 'SENIOR' || kind !== 'PROBATION') return silent;
    const dueOn = lastDayOf(givenOn, law.term, at.calendar);
    const facts = { within: limitWords(law.term), due: dayWords(dueOn, at.day) };
    if (progress) return allow('REFORMED', facts);
    return at.day > dueOn ? deny('NOT_REFORMED', facts) : deny('STILL_RUNNING', facts);
  },
  sentences: {
    REFORMED: '留校察看期间已有改正表现，可以撤销处分',
    STILL_RUNNING: '留校察看期间尚无改正表现，{due}期满',
    NOT_REFORMED: '留校察看已满{within}，仍无改正表现，应开除学籍',
  },
  remedies: {
    STILL_RUNNING: '继续教育，有改正表现后撤销处分，最迟{due}作出决定',
    NOT_REFORMED: '报市级教育行政部门批准后开除学籍；已有改正表现的，附证明撤销处分',
  },
  examples: [
    { name: 'reformed', facts: { ...onProbation, progress: true }, expect: 'REFORMED' },
    { name: 'on the last day of the year', facts: onProbation, on: civilDate('2026-09-10'), expect: 'STILL_RUNNING' },
    { name: 'one day after', facts: onProbation, on: civilDate('2026-09-11'), expect: 'NOT_REFORMED' },
    { name: 'eleven months and a day', facts: onProbation, on: civilDate('2026-08-11'), expect: 'STILL_RUNNING' },
    { name: 'thirteen months', facts: onProbation, on: civilDate('2026-10-10'), expect: 'NOT_REFORMED' },
    { name: 'a demerit', facts: { ...onProbation, kind: 'DEMERIT' }, expect: 'NONE' },
  ],
});

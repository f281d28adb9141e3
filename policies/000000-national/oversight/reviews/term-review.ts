/** 每学期复核: registrations are reviewed once a term, and signed when nothing is open. */
import { addDays, civilDate, daysBetween } from '../../../../src/kernel/civil-date.ts';
import { allow, type Citation, deny, fixed, type PartyName, rule, step, weigh } from '../../../../src/policy/index.ts';
import { dayWords } from '../../../wording.ts';

const termEnd = civilDate('2027-01-22');
const clear = { termEnd, openSuspicions: 0, changesWithoutPapers: 0 } as const;

/** The rule for a text that asks for it, with those who review in their order. */
export const termReview = (basis: Citation, reviewers: readonly PartyName[]) =>
  rule('term-review')({
    id: 'term-review',
    title: '每学期复核学籍',
    basis,
    force: 'MUST',
    parameters: {
      suspicions: fixed(0, 'SMALLER', '复核签字时可留的疑似重复', '件'),
      withoutPapers: fixed(0, 'SMALLER', '复核签字时可留的手续不全变动', '件'),
    },
    decide: ({ termEnd, signedOn, openSuspicions, changesWithoutPapers }, law, at) => {
      if (openSuspicions > law.suspicions) return deny('SUSPICIONS', { openSuspicions });
      if (changesWithoutPapers > law.withoutPapers) return deny('PAPERS_MISSING', { changesWithoutPapers });
      const daysLate = daysBetween(termEnd, signedOn ?? at.day);
      const facts = { due: dayWords(termEnd, at.day), daysLate };
      if (daysLate > 0) return weigh(signedOn ? 'LATE' : 'OVERDUE', facts);
      return allow(signedOn ? 'COMPLIES' : 'RUNNING', facts);
    },
    requires: () => reviewers.map((reviewer) => step(reviewer, '复核学籍并签字')),
    sentences: {
      COMPLIES: '本学期学籍已在{due}前复核签字',
      RUNNING: '本学期学籍应在{due}前复核签字',
      LATE: '本学期学籍应在{due}前复核签字，晚了{daysLate}天',
      OVERDUE: '本学期学籍应在{due}前复核签字，已晚{daysLate}天',
      SUSPICIONS: '还有{openSuspicions}件疑似重复未处理，不能签字',
      PAPERS_MISSING: '还有{changesWithoutPapers}件变动手续不全，不能签字',
    },
    remedies: {
      LATE: '写明迟复核原因，照常签字',
      OVERDUE: '立即复核签字，写明迟复核原因',
      SUSPICIONS: '先处理疑似重复，再复核签字',
      PAPERS_MISSING: '补齐变动的证明材料，再复核签字',
    },
    examples: [
      {
        name: 'signed on the last day of term',
        facts: { ...clear, signedOn: termEnd },
        expect: 'COMPLIES',
        requires: reviewers.map(() => '复核学籍并签字'),
      },
      { name: 'signed one day later', facts: { ...clear, signedOn: addDays(termEnd, 1) }, expect: 'LATE' },
      { name: 'not signed on the last day of term', on: termEnd, facts: clear, expect: 'RUNNING' },
      { name: 'not signed one day later', on: addDays(termEnd, 1), facts: clear, expect: 'OVERDUE' },
      { name: 'one suspicion open', facts: { ...clear, openSuspicions: 1 }, expect: 'SUSPICIONS' },
      { name: 'one change without papers', facts: { ...clear, changesWithoutPapers: 1 }, expect: 'PAPERS_MISSING' },
    ],
  });

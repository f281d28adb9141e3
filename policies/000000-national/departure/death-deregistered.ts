/** 死亡注销: a text by which the school has the registration of a dead student cancelled in the system. */
import { addDays, civilDate, daysBetween } from '../../../src/kernel/civil-date.ts';
import {
  allow,
  type Citation,
  deadline,
  deny,
  fixed,
  lastDayOf,
  limitWords,
  paper,
  rule,
  step,
  type TimeLimit,
  weigh,
} from '../../../src/policy/index.ts';
import { dayWords } from '../../wording.ts';

const diedOn = civilDate('2026-09-01');
/** The tenth working day after it. */
const lastDay = civilDate('2026-09-15');

/** Late is still entered, with the reason: a dead child does not stay registered for a missed day. */
export const deathDeregistered = (basis: Citation) =>
  rule('death')({
    id: 'death-deregistered',
    title: '死亡注销学籍',
    basis,
    force: 'MUST',
    parameters: { limit: fixed<TimeLimit>({ workingDays: 10 }, 'SHORTER', '报请注销死亡学生学籍的期限') },
    decide: ({ diedOn, hasProof }, law, at) => {
      if (!hasProof) return deny('NO_PROOF');
      const dueOn = lastDayOf(diedOn, law.limit, at.calendar);
      const daysLate = daysBetween(dueOn, at.day);
      const facts = { within: limitWords(law.limit), due: dayWords(dueOn, at.day), daysLate };
      return daysLate > 0 ? weigh('LATE', facts) : allow('COMPLIES', facts);
    },
    requires: (_, law) => [
      paper('SCHOOL', '死亡证明'),
      deadline('SCHOOL', '通过学籍系统报请注销', law.limit, '学生死亡'),
      step('AUTHORITY', '注销学籍，保留学籍档案'),
    ],
    sentences: {
      COMPLIES: '{within}内报请注销，{due}到期，学籍档案保留',
      LATE: '应在{within}内报请注销，{due}到期，已晚{daysLate}天',
      NO_PROOF: '缺死亡证明，不予注销',
    },
    remedies: {
      LATE: '写明迟报原因，照常注销',
      NO_PROOF: '附死亡证明或户口注销证明后再报',
    },
    examples: [
      {
        name: 'on the tenth working day',
        on: lastDay,
        facts: { diedOn, hasProof: true },
        expect: 'COMPLIES',
        requires: ['死亡证明', '通过学籍系统报请注销（10个工作日内）', '注销学籍，保留学籍档案'],
      },
      { name: 'on the eleventh', on: addDays(lastDay, 1), facts: { diedOn, hasProof: true }, expect: 'LATE' },
      { name: 'without proof', on: lastDay, facts: { diedOn, hasProof: false }, expect: 'NO_PROOF' },
    ],
  });

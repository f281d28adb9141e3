/** 九月建档: the files of new students are built each September. */
import { civilDate, daysBetween, partsOf } from '../../../src/kernel/civil-date.ts';
import { allow, cite, fixed, rule, silent, weigh } from '../../../src/policy/index.ts';
import { monthDayWords } from '../../wording.ts';
import { system } from '../instruments.ts';

const AUGUST = 8;
const enteredOn = civilDate('2026-09-15');

/** Only for those who enter when the school year begins; a child who comes later has the nation's month alone. */
export const buildFileInSeptember = rule('build-file')({
  id: 'build-file-in-september',
  title: '新生九月建档',
  basis: cite(system, '三、2', 'S5-3.2.1'),
  force: 'MUST',
  parameters: { lastDay: fixed('09-30', 'ONCE', '新生建档的截止日') },
  decide: ({ enteredOn, submittedOn }, law) => {
    const [year, month] = partsOf(enteredOn);
    const dueOn = civilDate(`${year}-${law.lastDay}`);
    if (month < AUGUST || enteredOn > dueOn) return silent;
    const facts = { dueOn, due: monthDayWords(law.lastDay), daysLate: daysBetween(dueOn, submittedOn) };
    return facts.daysLate > 0 ? weigh('LATE', facts) : allow('COMPLIES', facts);
  },
  sentences: {
    COMPLIES: '新生在{due}前建档',
    LATE: '新生应在{due}前建档，已晚{daysLate}天',
  },
  remedies: { LATE: '写明迟报原因，照常建籍' },
  examples: [
    {
      name: 'on the last day of September',
      facts: { enteredOn, submittedOn: civilDate('2026-09-30') },
      expect: 'COMPLIES',
    },
    { name: 'on the first of October', facts: { enteredOn, submittedOn: civilDate('2026-10-01') }, expect: 'LATE' },
    {
      name: 'entered on the last day of September',
      facts: { enteredOn: civilDate('2026-09-30'), submittedOn: civilDate('2026-10-08') },
      expect: 'LATE',
    },
    {
      name: 'entered in October',
      facts: { enteredOn: civilDate('2026-10-01'), submittedOn: civilDate('2026-10-08') },
      expect: 'NONE',
    },
    {
      name: 'entered in spring',
      facts: { enteredOn: civilDate('2026-03-02'), submittedOn: civilDate('2026-03-03') },
      expect: 'NONE',
    },
    {
      name: 'entered on the first of August',
      facts: { enteredOn: civilDate('2026-08-01'), submittedOn: civilDate('2026-09-01') },
      expect: 'COMPLIES',
    },
    {
      name: 'entered on the last of July',
      facts: { enteredOn: civilDate('2026-07-31'), submittedOn: civilDate('2026-09-01') },
      expect: 'NONE',
    },
  ],
});

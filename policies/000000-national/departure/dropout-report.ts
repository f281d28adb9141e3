/** 辍学书面报告: a text that names to whom a school reports a dropout in writing. */
import {
  allow,
  type Citation,
  deny,
  fixed,
  PARTIES,
  type PartyName,
  rule,
  silent,
  step,
} from '../../../src/policy/index.ts';

const REPORT = '将辍学情况书面上报：';
const dropout = { stage: 'JUNIOR', dropout: true } as const;

/** The rule for the text; where it names no day, it is 及时: at once when the school finds out. */
export function dropoutReport(basis: Citation, recipients: readonly ('TOWNSHIP' | 'COUNTY' | 'AUTHORITY')[]) {
  const everybody = [`${REPORT}${recipients.map((one) => PARTIES[one]).join('、')}`];
  const [first = 'TOWNSHIP', ...rest] = recipients;
  return rule('dropout-report')({
    id: 'dropout-report',
    title: '辍学书面报告',
    basis,
    force: 'MUST',
    parameters: { recipients: fixed<readonly PartyName[]>(recipients, 'NEVER', '书面上报辍学情况的对象') },
    decide: ({ stage, dropout, reportedTo }, law) => {
      if (stage === 'SENIOR' || !dropout) return silent;
      if (!reportedTo) return allow('TO_BE_REPORTED', { to: namesOf(law.recipients) });
      const missing = law.recipients.filter((one) => !(reportedTo as readonly string[]).includes(one));
      return missing.length > 0 ? deny('NOT_REPORTED_TO', { missing: namesOf(missing) }) : allow();
    },
    requires: ({ stage, dropout }, law) =>
      stage === 'SENIOR' || !dropout ? [] : [step('SCHOOL', `${REPORT}${namesOf(law.recipients)}`)],
    sentences: {
      COMPLIES: '辍学情况已书面上报',
      TO_BE_REPORTED: '已辍学，及时书面上报{to}',
      NOT_REPORTED_TO: '辍学情况尚未书面上报{missing}',
    },
    remedies: { NOT_REPORTED_TO: '补报{missing}，并附已报的书面材料' },
    examples: [
      { name: 'nobody told yet', facts: dropout, expect: 'TO_BE_REPORTED', requires: everybody },
      { name: 'everybody told', facts: { ...dropout, reportedTo: recipients }, expect: 'COMPLIES' },
      { name: 'one left out', facts: { ...dropout, reportedTo: rest }, expect: 'NOT_REPORTED_TO' },
      { name: 'one alone', facts: { ...dropout, reportedTo: [first] }, expect: 'NOT_REPORTED_TO' },
      { name: 'not a dropout', facts: { ...dropout, dropout: false }, expect: 'NONE', requires: [] },
      { name: 'senior is no question', facts: { ...dropout, stage: 'SENIOR' }, expect: 'NONE', requires: [] },
    ],
  });
}

const namesOf = (parties: readonly PartyName[]): string => parties.map((party) => PARTIES[party]).join('、');

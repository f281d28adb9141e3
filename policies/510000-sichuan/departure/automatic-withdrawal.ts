/** 高中自动退学: 140 hours of truancy in a term, or no return within two weeks of being told after a leave. */
import { addDays, civilDate } from '../../../src/kernel/civil-date.ts';
import { cite, fixed, lastDayOf, rule, silent, step, type TimeLimit } from '../../../src/policy/index.ts';
import {
  AUTOMATIC_WITHDRAWAL_REMEDIES,
  AUTOMATIC_WITHDRAWAL_SENTENCES,
  automaticWithdrawal as found,
} from '../../000000-national/departure/automatic-withdrawal-findings.ts';
import { measures } from '../instruments.ts';

const day = civilDate('2026-11-10');
const truant = { stage: 'SENIOR', contacts: 3, truantHours: 140 } as const;
const expired = { stage: 'SENIOR', contacts: 1, leaveEndedOn: civilDate('2026-09-01') } as const;

/** 多次联系 is read as three times. Who approves the text does not say: the school proposes it. */
export const automaticWithdrawal = rule('automatic-withdrawal')({
  id: 'automatic-withdrawal',
  title: '普通高中自动退学',
  basis: cite(measures, '第二十九条', 'SC-29.1', 'SC-29.2'),
  force: 'MUST',
  parameters: {
    hours: fixed(140, 'LARGER', '一学期累计旷课', '学时'),
    contactsNeeded: fixed(3, 'LARGER', '至少联系监护人', '次'),
    grace: fixed<TimeLimit>({ days: 14 }, 'NEVER', '休学期满联系后复学的期限'),
  },
  decide: (given, law, at) =>
    given.stage === 'SENIOR'
      ? found(given, at.day, {
          stayedAway: given.truantHours === undefined ? undefined : given.truantHours >= law.hours,
          contactsNeeded: law.contactsNeeded,
          dueOn: (contactedOn) => lastDayOf(contactedOn, law.grace, at.calendar),
        })
      : silent,
  requires: ({ stage }) => (stage === 'SENIOR' ? [step('SCHOOL', '附旷课和联系记录，提出按自动退学处理')] : []),
  sentences: AUTOMATIC_WITHDRAWAL_SENTENCES,
  remedies: AUTOMATIC_WITHDRAWAL_REMEDIES,
  examples: [
    {
      name: '140 hours, three contacts',
      facts: truant,
      expect: 'STAYED_AWAY',
      requires: ['附旷课和联系记录，提出按自动退学处理'],
    },
    { name: '139 hours', facts: { ...truant, truantHours: 139 }, expect: 'TOO_SHORT' },
    { name: 'two contacts only', facts: { ...truant, contacts: 2 }, expect: 'NOT_CONTACTED' },
    {
      name: 'told fifteen days ago after the leave ended',
      on: day,
      facts: { ...expired, contactedOn: addDays(day, -15) },
      expect: 'NOT_RETURNED',
    },
    {
      name: 'told fourteen days ago',
      on: day,
      facts: { ...expired, contactedOn: addDays(day, -14) },
      expect: 'STILL_TIME',
    },
    { name: 'not told', on: day, facts: expired, expect: 'EXPIRY_NOT_CONTACTED' },
    {
      name: 'told only before the leave ended',
      on: day,
      facts: { ...expired, contactedOn: civilDate('2026-08-31') },
      expect: 'EXPIRY_NOT_CONTACTED',
    },
    {
      name: 'the leave goes on',
      on: day,
      facts: { ...expired, contactedOn: addDays(day, -15), settled: true },
      expect: 'SETTLED',
    },
    { name: 'nothing counted', facts: { stage: 'SENIOR', contacts: 0 }, expect: 'NONE' },
    { name: 'junior is no question', facts: { ...truant, stage: 'JUNIOR' }, expect: 'NONE', requires: [] },
  ],
});

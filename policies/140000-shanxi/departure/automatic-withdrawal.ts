/** 高中自动退学: truancy of more than eight weeks on end or of ten in all, or no return after a leave. */
import { addDays, civilDate } from '../../../src/kernel/civil-date.ts';
import { cite, fixed, type PartyName, rule, silent, step } from '../../../src/policy/index.ts';
import {
  AUTOMATIC_WITHDRAWAL_REMEDIES,
  AUTOMATIC_WITHDRAWAL_SENTENCES,
  automaticWithdrawal as found,
} from '../../000000-national/departure/automatic-withdrawal-findings.ts';
import { rules } from '../instruments.ts';

const day = civilDate('2026-11-10');
const truant = { stage: 'SENIOR', contacts: 3, consecutiveWeeks: 9, totalWeeks: 9 } as const;
const expired = { stage: 'SENIOR', contacts: 1, leaveEndedOn: civilDate('2026-09-01') } as const;

/**
 * 多次联系 is read as three times. After a leave the text names no day: who was told and stays away another day has not
 * returned. County and city both approve.
 */
export const automaticWithdrawal = rule('automatic-withdrawal')({
  id: 'automatic-withdrawal',
  title: '普通高中自动退学',
  basis: cite(rules, '第三十一条', 'SX-31.1', 'SX-31.2'),
  force: 'MUST',
  parameters: {
    consecutiveWeeks: fixed(8, 'LARGER', '连续旷课超过', '周'),
    totalWeeks: fixed(10, 'LARGER', '累计旷课达到', '周'),
    contactsNeeded: fixed(3, 'LARGER', '至少联系监护人', '次'),
    chain: fixed<readonly PartyName[]>(['SCHOOL', 'COUNTY', 'CITY'], 'NEVER', '自动退学的审批环节'),
  },
  decide: (given, law, at) => {
    const { stage, consecutiveWeeks, totalWeeks } = given;
    if (stage !== 'SENIOR') return silent;
    const counted = consecutiveWeeks !== undefined || totalWeeks !== undefined;
    const stayedAway = (consecutiveWeeks ?? 0) > law.consecutiveWeeks || (totalWeeks ?? 0) >= law.totalWeeks;
    return found(given, at.day, {
      stayedAway: counted ? stayedAway : undefined,
      contactsNeeded: law.contactsNeeded,
      dueOn: (contactedOn) => contactedOn,
    });
  },
  requires: ({ stage }, law) =>
    stage === 'SENIOR'
      ? [
          ...law.chain.map((by) => step(by, by === 'SCHOOL' ? '附联系记录报请批准' : '批准按自动退学处理')),
          step('SCHOOL', '注销学籍'),
        ]
      : [],
  sentences: AUTOMATIC_WITHDRAWAL_SENTENCES,
  remedies: AUTOMATIC_WITHDRAWAL_REMEDIES,
  examples: [
    {
      name: 'nine weeks on end, three contacts',
      facts: truant,
      expect: 'STAYED_AWAY',
      requires: ['附联系记录报请批准', '批准按自动退学处理', '批准按自动退学处理', '注销学籍'],
    },
    { name: 'eight weeks on end', facts: { ...truant, consecutiveWeeks: 8, totalWeeks: 8 }, expect: 'TOO_SHORT' },
    { name: 'ten weeks in all', facts: { ...truant, consecutiveWeeks: 2, totalWeeks: 10 }, expect: 'STAYED_AWAY' },
    { name: 'nine weeks in all', facts: { ...truant, consecutiveWeeks: 2, totalWeeks: 9 }, expect: 'TOO_SHORT' },
    { name: 'two contacts only', facts: { ...truant, contacts: 2 }, expect: 'NOT_CONTACTED' },
    {
      name: 'told a day ago after the leave ended',
      on: day,
      facts: { ...expired, contactedOn: addDays(day, -1) },
      expect: 'NOT_RETURNED',
    },
    { name: 'told today', on: day, facts: { ...expired, contactedOn: day }, expect: 'STILL_TIME' },
    { name: 'not told', on: day, facts: expired, expect: 'EXPIRY_NOT_CONTACTED' },
    {
      name: 'told only before the leave ended',
      on: day,
      facts: { ...expired, contactedOn: civilDate('2026-08-31') },
      expect: 'EXPIRY_NOT_CONTACTED',
    },
    { name: 'back again', on: day, facts: { ...expired, contactedOn: day, settled: true }, expect: 'SETTLED' },
    { name: 'nothing counted', facts: { stage: 'SENIOR', contacts: 0 }, expect: 'NONE' },
    { name: 'junior is no question', facts: { ...truant, stage: 'JUNIOR' }, expect: 'NONE', requires: [] },
  ],
});

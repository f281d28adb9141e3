/** 转学时间: until when in a term a transfer for that term may be asked for. */
import { addDays, type CivilDate } from '../../../src/kernel/civil-date.ts';
import { calendar } from '../../../src/kernel/working-days.ts';
import {
  allow,
  type Citation,
  deny,
  fixed,
  lastDayOf,
  limitWords,
  rule,
  type Stage,
  silent,
  type TimeLimit,
  TRANSFER_GROUNDS,
  type TransferGround,
  worded,
} from '../../../src/policy/index.ts';
import { dayWords } from '../../wording.ts';
import { examplesOfOtherStages, ordinaryTransfer } from './ordinary-transfer.ts';

interface WindowText {
  basis: Citation;
  stages: readonly Stage[];
  /** Counted from the first day of term; that day itself is always in time. */
  limit: TimeLimit;
  /** Grounds that are let in at any time. */
  anyTime?: readonly TransferGround[];
  /** For the next term only while this one runs: 学期结束前. */
  beforeTermEnds?: true;
  /** Said in place of the limit where the text names no days: 学期中原则上不能转学. */
  words?: { inTime: string; midTerm: string };
}

/** Who comes too late in the running term comes for the next one; the texts all speak of the middle of a term softly. */
export function transferWindow({ basis, stages, limit, anyTime = [], beforeTermEnds, words }: WindowText) {
  const [stage = 'PRIMARY'] = stages;
  const facts = { ...ordinaryTransfer, stage, ground: 'HOUSEHOLD_MOVED' } as const;
  const last = lastDayOf(facts.termStart, limit, calendar);
  const nextTerm = (on: CivilDate) => ({ on, facts: { ...facts, forTerm: 'NEXT' as const } });
  const [early = 'OTHER'] = anyTime;
  return rule('transfer')({
    id: 'transfer-window',
    title: '转学时间',
    basis,
    force: 'PRINCIPLE',
    letThroughBy: 'RECEIVING_AUTHORITY',
    parameters: {
      limit: fixed<TimeLimit>(limit, 'SHORTER', '开学后可以申请转学的期限'),
      anyTime: worded(fixed<readonly TransferGround[]>(anyTime, 'SUBSET', '学期中也可办理的事由'), TRANSFER_GROUNDS),
    },
    decide: (given, law, at) => {
      if (!stages.includes(given.stage)) return silent;
      const dueOn = lastDayOf(given.termStart, law.limit, at.calendar);
      const shown = { within: limitWords(law.limit), dueOn, due: dayWords(dueOn, at.day) };
      if (law.anyTime.includes(given.ground)) return allow('ANY_TIME', { words: TRANSFER_GROUNDS[given.ground] });
      if (given.forTerm === 'RUNNING') return at.day <= dueOn ? allow('COMPLIES', shown) : deny('MID_TERM', shown);
      return beforeTermEnds && at.day > given.termEnd ? deny('AFTER_TERM', shown) : allow('NEXT_TERM');
    },
    sentences: {
      COMPLIES: words?.inTime ?? '开学后{within}内申请转学，{due}截止',
      MID_TERM: words?.midTerm ?? '转学在开学后{within}内申请，{due}已截止，学期中途原则上不办理',
      NEXT_TERM: '申请下学期转入，时间相符',
      ...(anyTime.length ? { ANY_TIME: '因{words}转学，学期中也可办理' } : {}),
      ...(beforeTermEnds ? { AFTER_TERM: '转入下学期的，应在本学期结束前申请，现已放假' } : {}),
    },
    remedies: {
      MID_TERM: '改为申请下学期转入；确需现在转学的，写明理由，由学籍主管部门酌定',
      ...(beforeTermEnds ? { AFTER_TERM: '新学期开学后{within}内再申请' } : {}),
    },
    examples: [
      { name: 'on the last day', on: last, facts, expect: 'COMPLIES' },
      { name: 'one day later', on: addDays(last, 1), facts, expect: 'MID_TERM' },
      { name: 'for the next term, on the last day of this one', ...nextTerm(facts.termEnd), expect: 'NEXT_TERM' },
      {
        name: 'for the next term, after this one has ended',
        ...nextTerm(addDays(facts.termEnd, 1)),
        expect: beforeTermEnds ? 'AFTER_TERM' : 'NEXT_TERM',
      },
      {
        name: 'for a ground of any time, or none',
        on: addDays(last, 1),
        facts: { ...facts, ground: early },
        expect: anyTime.length ? 'ANY_TIME' : 'MID_TERM',
      },
      ...examplesOfOtherStages(stages, facts),
    ],
  });
}

/** 核办顺序: whose turn it is in a transfer, and until when. */
import { addDays, civilDate } from '../../../../src/kernel/civil-date.ts';
import { calendar } from '../../../../src/kernel/working-days.ts';
import {
  allow,
  deny,
  fixed,
  lastDayOf,
  limitWords,
  PARTIES,
  type PartyName,
  type Questions,
  rule,
  silent,
  type TimeLimit,
  weigh,
} from '../../../../src/policy/index.ts';
import { dayWords } from '../../../wording.ts';
import { acting, type ChainText, placeOf } from './chain.ts';

const cameOn = civilDate('2026-09-21');
type StepFacts = Questions['transfer-step'];

/** Whose turn is it: nobody acts before those ahead of him, and who is late has the authority above him to answer to. */
export function transferTurn({ basis, parties, within, national }: ChainText & { within: TimeLimit }) {
  const due = lastDayOf(cameOn, within, calendar);
  const opening = { actor: 'RECEIVING_SCHOOL', done: [], sameAuthority: false, since: cameOn } as const;
  const order = parties as readonly StepFacts['actor'][];
  return rule('transfer-step')({
    ...placeOf('transfer-turn', national),
    title: '转学核办顺序',
    basis,
    force: 'MUST',
    parameters: {
      parties: fixed(parties, 'ONCE', '转学的办理各方，依次'),
      within: fixed<TimeLimit>(within, 'SHORTER', '每一方完成转接的期限'),
    },
    decide: ({ actor, done, sameAuthority, since }, law, at) => {
      const chain = acting(law.parties, sameAuthority, undefined);
      const turn = chain.indexOf(actor);
      if (turn < 0 && actor === 'CENTRE_SCHOOL') return silent;
      if (turn < 0) return deny('NOT_A_PARTY', { actorWords: PARTIES[actor] });
      const waiting = chain.slice(0, turn).filter((party) => !(done as readonly PartyName[]).includes(party));
      if (waiting.length) return deny('OUT_OF_TURN', { waiting: waiting.map((party) => PARTIES[party]).join('、') });
      if (!since) return allow();
      const dueOn = lastDayOf(since, law.within, at.calendar);
      const facts = { limit: limitWords(law.within), dueOn, due: dayWords(dueOn, at.day) };
      return at.day > dueOn ? weigh('LATE', facts) : allow('IN_TIME', facts);
    },
    sentences: {
      COMPLIES: '前面各方都已办理，轮到本方',
      IN_TIME: '轮到本方，{limit}内办结，{due}到期',
      LATE: '应在{limit}内办结，{due}已到期',
      OUT_OF_TURN: '{waiting}尚未办理，不能越过',
      NOT_A_PARTY: '{actorWords}不是这一转学的办理方',
    },
    remedies: {
      LATE: '即日办理并写明迟办原因；上级教育行政部门可以督办',
      OUT_OF_TURN: '等前面各方办理后再办；逾期的，报上级教育行政部门',
      NOT_A_PARTY: '由规定的各方在学籍系统办理',
    },
    examples: [
      { name: 'the first, on the last day', on: due, facts: opening, expect: 'IN_TIME' },
      { name: 'one day later', on: addDays(due, 1), facts: opening, expect: 'LATE' },
      {
        name: 'no day is known',
        facts: { actor: 'RECEIVING_SCHOOL', done: [], sameAuthority: false },
        expect: 'COMPLIES',
      },
      {
        name: 'the last before the others',
        facts: { ...opening, actor: order.at(-1) ?? 'AUTHORITY' },
        expect: 'OUT_OF_TURN',
      },
      {
        name: 'the last after the others',
        on: cameOn,
        facts: { ...opening, actor: order.at(-1) ?? 'AUTHORITY', done: order.slice(0, -1) },
        expect: 'IN_TIME',
      },
      {
        name: 'one authority for both, when the schools have agreed',
        on: cameOn,
        facts: { ...opening, actor: 'AUTHORITY', sameAuthority: true, done: ['RECEIVING_SCHOOL', 'SENDING_SCHOOL'] },
        expect: 'IN_TIME',
      },
      {
        name: 'one authority, where each school has its own',
        facts: { ...opening, actor: 'AUTHORITY' },
        expect: 'NOT_A_PARTY',
      },
      {
        name: 'a centre school: its part is a local one',
        facts: { ...opening, actor: 'CENTRE_SCHOOL' },
        expect: 'NONE',
      },
    ],
  });
}

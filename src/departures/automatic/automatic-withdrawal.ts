/** 自动退学: a senior student who stays away counts as withdrawn, on the counters of attendance and the contacts logged. */
import { getCase } from '../../cases/index.ts';
import {
  type AnyChangeKind,
  asked,
  type ChangeKind,
  changeKind,
  type StudentStanding,
  wayByLaw,
} from '../../changes/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { text } from '../../policy/questions/fact.ts';
import { type StayingAway, truancyOf, weeksOf } from '../../school-life/index.ts';
import { endRegistration } from '../../students/index.ts';
import { contactWords } from '../dropout/dropout.ts';

interface Known {
  away: StayingAway;
  /** 休学期满日, of a student who is on leave. */
  leaveEndedOn: CivilDate | undefined;
}

const FROM = ['ENROLLED', 'ON_LEAVE'];

const form = { efforts: asked(text('帮助教育情况'), { hint: '写明历次联系监护人、帮助教育而无效的情况' }) };

const kind: ChangeKind<typeof form, Known> = {
  kind: 'AUTOMATIC_WITHDRAWAL',
  tables: 'automatic-withdrawal',
  title: '自动退学',
  prefix: 'ZT',
  purpose: '普通高中学生长期旷课或休学期满不归，多次联系无效，按自动退学处理',
  form,
  unfit: ({ state }) => (FROM.includes(state) ? undefined : '此学生现不在读，自动退学无从办理，请核对学籍状态'),
  gather: async (tx, { school, standing }) => ({
    away: await truancyOf(tx, school, standing.studentId),
    leaveEndedOn: await endOfLeave(tx, standing),
  }),
  ask: (law, where, { standing: { stage, state }, known: { away, leaveEndedOn } }) => {
    const { truancy, contactedOn } = away;
    const told = leaveEndedOn && contactedOn.filter((on) => on >= leaveEndedOn).at(-1);
    return law.ask('automatic-withdrawal', where, {
      ...{ stage, contacts: contactedOn.length, truantHours: truancy?.periods ?? 0 },
      consecutiveWeeks: weeksOf(truancy?.runDays ?? 0),
      totalWeeks: weeksOf(truancy?.days ?? 0),
      ...(leaveEndedOn ? { leaveEndedOn, settled: state !== 'ON_LEAVE' } : {}),
      ...(told ? { contactedOn: told } : {}),
    });
  },
  barred: ({ standing: { stage } }, { findings }) =>
    stage === 'SENIOR' && findings.length === 0
      ? '本地没有按自动退学处理的规定，学生长期不到校的继续联系监护人，或由学生及监护人申请退学'
      : undefined,
  // Who approves one text leaves open: then it is the supervising authority, as with every end of a registration.
  way: (tx, _law, { school, standing: { stage }, day }, { requirements }) =>
    wayByLaw(
      tx,
      { tables: 'automatic-withdrawal', school, stage, day },
      {
        requirements: requirements.filter(({ by }) => by !== 'SCHOOL'),
      },
    ),
  before: ({ known: { away, leaveEndedOn } }) => [
    { label: '累计旷课', words: `${away.truancy?.periods ?? 0}节，${away.truancy?.days ?? 0}天` },
    { label: '连续旷课', words: away.truancy?.from ? `自${away.truancy.from}起，${away.truancy.runDays}天` : '没有' },
    ...(leaveEndedOn ? [{ label: '休学期满', words: leaveEndedOn }] : []),
    { label: '联系监护人', words: contactWords(away.contactedOn) },
  ],
  complete: ({ tx, studentId, caseId, on }) =>
    endRegistration(tx, { studentId, caseId, on, from: FROM, reason: 'WITHDRAWN_BY_RULE' }),
  after: { role: '学籍终止', fact: '办结即学籍终止，学籍号和档案保留' },
};

export const automaticWithdrawal: AnyChangeKind = changeKind(kind);

/** The last day of the leave that the registration stands for. */
async function endOfLeave(tx: Transaction, { state, begunBy }: StudentStanding): Promise<CivilDate | undefined> {
  if (state !== 'ON_LEAVE') return undefined;
  const { data } = await getCase(tx, begunBy);
  return (data as { granted?: { endsOn?: CivilDate } }).granted?.endsOn;
}

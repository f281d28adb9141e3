/** 转学程序: by way of the centre schools of the towns and the education section, and a seat within three days. */
import {
  cite,
  deadline,
  fixed,
  type ProcedureStep,
  type Questions,
  rule,
  silent,
  step,
  type TimeLimit,
} from '../../../src/policy/index.ts';
import { ordinaryTransfer, seniorTransfer } from '../../000000-national/transfer/ordinary-transfer.ts';
import { system } from '../instruments.ts';

const sending = step('SENDING_SCHOOL', '初步认定，出具证明信和学籍表');
const certificate = step('CENTRE_SCHOOL', '转出校所在地中心校开具转学证明');
const bySection = step('AUTHORITY', '教育科审批');
const byTown = step('CENTRE_SCHOOL', '转入校所在地中心校审批');
const fromOutside = step('RECEIVING_AUTHORITY', '教育科审批转入');
const toOutside = step('SENDING_AUTHORITY', '教育科审批转出');

/** What the county adds to the nation's four parties, none of whom it may leave out. */
function stepsOf(
  { schools, route }: Questions['transfer'],
  side: 'SENDING' | 'RECEIVING' | undefined,
): ProcedureStep[] {
  if (schools === 'SAME_COUNTY') {
    return [sending, ...(route ? [certificate] : []), route === 'BETWEEN_TOWNS' ? byTown : bySection];
  }
  return [...(side === 'SENDING' ? [] : [fromOutside]), ...(side === 'RECEIVING' ? [] : [sending, toOutside])];
}

const inCounty = { ...ordinaryTransfer, schools: 'SAME_COUNTY' } as const;
const what = (steps: ProcedureStep[]) => steps.map((one) => one.what);

export const townChain = rule('transfer')({
  id: 'town-chain',
  title: '经中心校和教育科审批',
  basis: cite(system, '二、（二）2', 'S5-2.2.2', 'S5-2.2.3', 'S5-2.2.4', 'S5-2.2.5'),
  force: 'MUST',
  parameters: {},
  decide: () => silent,
  requires: (facts, _law, { side }) => (facts.stage === 'SENIOR' ? [] : stepsOf(facts, side)),
  sentences: {},
  examples: [
    {
      name: 'from a town to the urban area',
      facts: { ...inCounty, route: 'TOWN_TO_URBAN' },
      expect: 'NONE',
      requires: what([sending, certificate, bySection]),
    },
    {
      name: 'between towns',
      facts: { ...inCounty, route: 'BETWEEN_TOWNS' },
      expect: 'NONE',
      requires: what([sending, certificate, byTown]),
    },
    { name: 'inside the urban area', facts: inCounty, expect: 'NONE', requires: what([sending, bySection]) },
    {
      name: 'from outside',
      side: 'RECEIVING',
      facts: ordinaryTransfer,
      expect: 'NONE',
      requires: what([fromOutside]),
    },
    {
      name: 'to outside',
      side: 'SENDING',
      facts: ordinaryTransfer,
      expect: 'NONE',
      requires: what([sending, toOutside]),
    },
    { name: 'not said of senior', facts: seniorTransfer, expect: 'NONE', requires: [] },
  ],
});

export const seatAfterTransfer = rule('transfer')({
  id: 'seat-after-transfer',
  title: '转入后安排入学',
  basis: cite(system, '二、（二）', 'S5-2.2.6'),
  force: 'MUST',
  parameters: { within: fixed<TimeLimit>({ days: 3 }, 'SHORTER', '审批后安排学生入学的期限') },
  decide: () => silent,
  requires: ({ stage }, law, { side }) =>
    side === 'SENDING' || stage === 'SENIOR'
      ? []
      : [deadline('RECEIVING_SCHOOL', '安排学生入学', law.within, '审批并核实无误')],
  sentences: {},
  examples: [
    {
      name: 'the receiving side',
      side: 'RECEIVING',
      facts: ordinaryTransfer,
      expect: 'NONE',
      requires: ['安排学生入学（3天内）'],
    },
    { name: 'the sending side', side: 'SENDING', facts: ordinaryTransfer, expect: 'NONE', requires: [] },
  ],
});

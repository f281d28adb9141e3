/** 转学核办: the parties through whose hands a transfer goes, in their order, each with its time limit. */
import {
  type Asking,
  type Citation,
  deadline,
  fixed,
  limitWords,
  type PartyName,
  rule,
  type Stage,
  silent,
  step,
  type TimeLimit,
} from '../../../../src/policy/index.ts';
import { EVERY_STAGE, examplesOfOtherStages, ordinaryTransfer } from '../ordinary-transfer.ts';

export interface ChainText {
  basis: Citation;
  stages?: readonly Stage[];
  parties: readonly PartyName[];
  /** Absent where the article that names the parties gives them no time. */
  within?: TimeLimit;
  /** Of the nation's own chain; the chain of a lower text takes its place. */
  national?: true;
  /** Its own where it stands beside another chain of the place. */
  id?: string;
}

const WHAT: Partial<Record<PartyName, string>> = {
  RECEIVING_SCHOOL: '核对材料，同意接收，在学籍系统发起转学并上传证明材料',
  RECEIVING_AUTHORITY: '核办转入',
  SENDING_SCHOOL: '核对并同意转出',
  SENDING_AUTHORITY: '核办转出',
  AUTHORITY: '核办（两校同属，一次核办）',
  COUNTY: '批准',
  CITY: '批准',
};
const whatOf = (party: PartyName) => WHAT[party] ?? '审批';

/** Id of the rule: a lower text that names the parties stands in place of the nation's. */
export const placeOf = (id: string, national?: true) =>
  national ? { id: `national-${id}` } : { id, replaces: `national-${id}` };

/** The parties that act on this side; both sides of one county have one authority, which acts once, at the end. */
export function acting(parties: readonly PartyName[], sameAuthority: boolean, side: Asking['side']): PartyName[] {
  const other = side === 'SENDING' ? 'RECEIVING_' : 'SENDING_';
  const own = parties.filter((party) => !side || !party.startsWith(other));
  if (!sameAuthority) return own;
  const schools = own.filter((party) => !party.endsWith('ING_AUTHORITY'));
  const above = schools.filter((party) => !party.endsWith('_SCHOOL'));
  return [...schools.filter((party) => party.endsWith('_SCHOOL')), 'AUTHORITY', ...above];
}

/** What a transfer goes through: every party's step in its turn, with its time limit where the same article gives one. */
export function transferChain({ basis, stages = EVERY_STAGE, parties, within, national, id }: ChainText) {
  const [stage = 'PRIMARY'] = stages;
  const facts = { ...ordinaryTransfer, stage };
  const shown = (party: PartyName) => (within ? `${whatOf(party)}（${limitWords(within)}内）` : whatOf(party));
  const limit = within ? { within: fixed<TimeLimit>(within, 'SHORTER', '每一方完成转接的期限') } : {};
  return rule('transfer')({
    ...(id ? { id } : placeOf('transfer-chain', national)),
    title: '转学核办程序',
    basis,
    force: 'MUST',
    parameters: { parties: fixed(parties, 'ONCE', '转学的办理各方，依次'), ...limit },
    decide: () => silent,
    requires: ({ stage, schools }, law, at) =>
      stages.includes(stage)
        ? acting(law.parties, schools === 'SAME_COUNTY', at.side).map((party) =>
            within ? step(party, whatOf(party), law.within) : step(party, whatOf(party)),
          )
        : [],
    sentences: {},
    examples: [
      { name: 'every party in its turn', facts, expect: 'NONE', requires: parties.map(shown) },
      {
        name: 'the receiving side',
        side: 'RECEIVING',
        facts,
        expect: 'NONE',
        requires: parties.filter((party) => !party.startsWith('SENDING_')).map(shown),
      },
      {
        name: 'two schools of one authority',
        facts: { ...facts, schools: 'SAME_COUNTY' },
        expect: 'NONE',
        requires: acting(parties, true, undefined).map(shown),
      },
      ...examplesOfOtherStages(stages, facts),
    ],
  });
}

/** The hand-over that each party finishes, where the time runs from its own consent and not from its turn. */
export function handOver(basis: Citation, parties: readonly PartyName[], within: TimeLimit) {
  const words = `完成学籍转接（${limitWords(within)}内）`;
  return rule('transfer')({
    id: 'hand-over',
    title: '学籍转接的期限',
    basis,
    force: 'MUST',
    parameters: { within: fixed<TimeLimit>(within, 'SHORTER', '每一方完成转接的期限') },
    decide: () => silent,
    requires: ({ schools }, law, at) =>
      acting(parties, schools === 'SAME_COUNTY', at.side).map((party) =>
        deadline(party, '完成学籍转接', law.within, '本方审核同意'),
      ),
    sentences: {},
    examples: [
      { name: 'every party', facts: ordinaryTransfer, expect: 'NONE', requires: parties.map(() => words) },
      {
        name: 'the sending side',
        side: 'SENDING',
        facts: ordinaryTransfer,
        expect: 'NONE',
        requires: parties.filter((party) => !party.startsWith('RECEIVING_')).map(() => words),
      },
    ],
  });
}

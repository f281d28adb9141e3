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
import { EVERY_STAGE, ordinaryTransfer } from '../ordinary-transfer.ts';

export interface ChainText {
  basis: Citation;
  stages?: readonly Stage[];
  parties: readonly PartyName[];
  within: TimeLimit;
  /** The limit runs from a party's own consent, not from the day on which the case reaches it. */
  afterConsent?: true;
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

/** The parties that act on this side; both sides of one county have one authority, which acts once, at the end. */
export function acting(parties: readonly PartyName[], sameAuthority: boolean, side: Asking['side']): PartyName[] {
  const other = side === 'SENDING' ? 'RECEIVING_' : 'SENDING_';
  const own = parties.filter((party) => !side || !party.startsWith(other));
  if (!sameAuthority) return own;
  const schools = own.filter((party) => !party.endsWith('ING_AUTHORITY'));
  const above = schools.filter((party) => !party.endsWith('_SCHOOL'));
  return [...schools.filter((party) => party.endsWith('_SCHOOL')), 'AUTHORITY', ...above];
}

/** What a transfer goes through: every party's step, and the hand-over that each finishes in time. */
export function transferChain({ basis, stages = EVERY_STAGE, parties, within, afterConsent }: ChainText) {
  const [stage = 'PRIMARY'] = stages;
  const facts = { ...ordinaryTransfer, stage };
  const shown = afterConsent
    ? (party: PartyName) => [whatOf(party), `完成学籍转接（${limitWords(within)}内）`]
    : (party: PartyName) => [`${whatOf(party)}（${limitWords(within)}内）`];
  const other = EVERY_STAGE.find((one) => !stages.includes(one));
  return rule('transfer')({
    id: 'transfer-chain',
    title: '转学核办程序',
    basis,
    force: 'MUST',
    parameters: {
      parties: fixed(parties, 'ONCE', '转学的办理各方，依次'),
      within: fixed<TimeLimit>(within, 'SHORTER', '每一方完成转接的期限'),
    },
    decide: () => silent,
    requires: ({ stage, schools }, law, at) => {
      if (!stages.includes(stage)) return [];
      return acting(law.parties, schools === 'SAME_COUNTY', at.side).flatMap((party) =>
        afterConsent
          ? [step(party, whatOf(party)), deadline(party, '完成学籍转接', law.within, '本方审核同意')]
          : [step(party, whatOf(party), law.within)],
      );
    },
    sentences: {},
    examples: [
      { name: 'every party in its turn', facts, expect: 'NONE', requires: parties.flatMap(shown) },
      {
        name: 'the receiving side',
        side: 'RECEIVING',
        facts,
        expect: 'NONE',
        requires: parties.filter((party) => !party.startsWith('SENDING_')).flatMap(shown),
      },
      {
        name: 'two schools of one authority',
        facts: { ...facts, schools: 'SAME_COUNTY' },
        expect: 'NONE',
        requires: acting(parties, true, undefined).flatMap(shown),
      },
      ...(other
        ? [{ name: `not said of ${other}`, facts: { ...facts, stage: other }, expect: 'NONE', requires: [] }]
        : []),
    ],
  });
}

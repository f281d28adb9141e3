/** 准假权限: who in a school may let a student stay away, by the number of days. */
import {
  allow,
  type Citation,
  deny,
  fixed,
  leftOpen,
  PARTIES,
  type PartyName,
  rule,
  step,
} from '../../../../src/policy/index.ts';

/** From the lowest to the highest; who stands higher may give what a lower one could. */
const RANKS = [['CLASS_TEACHER'], ['MORAL_OFFICE', 'ACADEMIC_OFFICE'], ['VICE_PRINCIPAL'], ['PRINCIPAL']] as const;
type Granting = (typeof RANKS)[number][number];

const rankOf = (party: PartyName): number => RANKS.findIndex((rank) => (rank as readonly PartyName[]).includes(party));

const asked = { stage: 'JUNIOR', reason: 'PERSONAL' } as const;

interface Tier<By = Granting> {
  by: By;
  /** The longest leave that it may give, in days. */
  days: number;
}

export interface Tiers {
  basis: Citation;
  first: Tier;
  second: Tier<Granting | undefined>;
  third: Tier;
  beyond: Granting | undefined;
  /** What the text leaves out: 2天至6天. */
  gap: string;
}

/** The rule for a school's text. Where the text leaves out some days the school sets who gives them. */
export const leaveTiers = ({ basis, first, second, third, beyond, gap }: Tiers) => {
  const granting = (days: number, law: { first: number; second: number; third: number; unnamed: Granting }) => {
    if (days <= law.first) return first.by;
    if (days <= law.second) return second.by ?? law.unnamed;
    return days <= law.third ? third.by : (beyond ?? law.unnamed);
  };
  return rule('leave-of-absence')({
    id: 'leave-of-absence-tiers',
    title: '准假权限',
    basis,
    force: 'MUST',
    letThroughBy: 'PRINCIPAL',
    parameters: {
      first: fixed(first.days, 'NEVER', `${PARTIES[first.by]}准假至多`, '天'),
      second: fixed(second.days, 'NEVER', second.by ? `${PARTIES[second.by]}准假至多` : '未写明准假人的请假至多', '天'),
      third: fixed(third.days, 'NEVER', `${PARTIES[third.by]}准假至多`, '天'),
      unnamed: leftOpen<Granting>('ONCE', `${gap}的准假人`),
    },
    decide: ({ days, approvedBy }, law) => {
      const by = granting(days, law);
      const facts = { days, by: PARTIES[by] };
      if (!approvedBy) return allow('WHO', facts);
      const shown = { ...facts, approvedBy: PARTIES[approvedBy] };
      return rankOf(approvedBy) >= rankOf(by) ? allow('APPROVED', shown) : deny('TOO_LOW', shown);
    },
    requires: ({ days }, law) => [step(granting(days, law), '准假')],
    sentences: {
      WHO: '请假{days}天，由{by}批准',
      APPROVED: '请假{days}天，已由{approvedBy}批准',
      TOO_LOW: '请假{days}天应由{by}批准，{approvedBy}无权准假',
    },
    remedies: { TOO_LOW: '报{by}批准' },
    examples: [
      { name: 'nobody has given it yet', facts: { ...asked, days: 1 }, expect: 'WHO', requires: ['准假'] },
      {
        name: 'the most of the first',
        facts: { ...asked, days: first.days, approvedBy: first.by },
        expect: 'APPROVED',
      },
      {
        name: 'a day more than the first may give',
        with: { unnamed: 'ACADEMIC_OFFICE' },
        facts: { ...asked, days: first.days + 1, approvedBy: first.by },
        expect: 'TOO_LOW',
      },
      {
        name: 'the most of the second',
        with: { unnamed: 'CLASS_TEACHER' },
        facts: { ...asked, days: second.days, approvedBy: second.by ?? 'CLASS_TEACHER' },
        expect: 'APPROVED',
      },
      {
        name: 'a day more than the second may give',
        with: { unnamed: 'CLASS_TEACHER' },
        facts: { ...asked, days: second.days + 1, approvedBy: second.by ?? 'CLASS_TEACHER' },
        expect: 'TOO_LOW',
      },
      {
        name: 'the most of the third',
        with: { unnamed: 'PRINCIPAL' },
        facts: { ...asked, days: third.days, approvedBy: third.by },
        expect: 'APPROVED',
      },
      {
        name: 'a day more than the third may give',
        with: { unnamed: 'PRINCIPAL' },
        facts: { ...asked, days: third.days + 1, approvedBy: third.by },
        expect: 'TOO_LOW',
      },
      {
        name: 'the days that the text leaves out',
        facts: { ...asked, days: second.by ? third.days + 1 : second.days },
        expect: 'PARAMETER_NOT_SET',
      },
    ],
  });
};

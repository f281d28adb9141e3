/** 审批链: who agrees, in which order, before a leave, its extension, a return or guest study takes effect. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import {
  allow,
  type Citation,
  deny,
  fixed,
  PARTIES,
  type PartyName,
  type Questions,
  type Requirement,
  rule,
  silent,
  step,
} from '../../../src/policy/index.ts';

const one = {
  stage: 'JUNIOR',
  reason: 'ILLNESS',
  beganOn: civilDate('2026-09-01'),
  endsOn: civilDate('2027-09-01'),
} as const;

/** Cases in which nobody has said yet who agreed. */
const samples = {
  leave: { stage: 'JUNIOR', graduatingGrade: false, reason: 'ILLNESS', orderedBySchool: false },
  'leave-extension': { ...one, until: civilDate('2028-03-01') },
  return: { ...one, returnsOn: civilDate('2027-09-01'), gradeBefore: 7 },
  'guest-study': {
    stage: 'JUNIOR',
    graduatingGrade: false,
    reason: 'FIELD_WORK',
    gradeRegistered: 7,
    gradeThere: 7,
    secondRegistration: false,
  },
} as const;
type Asked = keyof typeof samples;

const titles: Readonly<Record<Asked, string>> = {
  leave: '休学审批',
  'leave-extension': '延长休学审批',
  return: '复学审批',
  'guest-study': '借读审批',
};

export interface Chain {
  /** Where it is not the question's own: a school's chain beside its province's. */
  id?: string;
  basis: Citation;
  chain: readonly PartyName[];
  /** What a party does in its turn; 审核 of a school, 批准 of all others where the text says no more. */
  does?: Partial<Record<PartyName, string>>;
  /** What is handed in, where no rule of its own asks for it. */
  papers?: readonly Requirement[];
  /** What follows when all have agreed. */
  afterwards?: readonly Requirement[];
  yields?: true;
}

/** A town school answers to its centre school; one that has none above it goes to the authority itself. */
const stoodIn = (party: PartyName, agreed: readonly PartyName[]): boolean =>
  agreed.includes(party) || (party === 'CENTRE_SCHOOL' && agreed.includes('AUTHORITY'));

const named = (parties: readonly PartyName[]): string => parties.map((party) => PARTIES[party]).join('、');

/** The rule for the text that names the chain. Silent on who agreed until somebody says so; the steps are always listed. */
export function approval<Q extends Asked>(
  question: Q,
  { id, basis, chain, does = {}, papers = [], afterwards = [], yields }: Chain,
) {
  const sample = samples[question] as unknown as Questions[Q];
  const doing = (party: PartyName): string => does[party] ?? (party === 'SCHOOL' ? '审核' : '批准');
  return rule(question)({
    id: id ?? `${question}-approval`,
    title: titles[question],
    basis,
    force: 'MUST',
    ...(yields ? { yields } : {}),
    parameters: { chain: fixed<readonly PartyName[]>(chain, 'NEVER', `${titles[question]}各方`) },
    decide: (facts, law) => {
      const { agreed } = facts as { agreed?: readonly PartyName[] };
      if (!agreed) return silent;
      const missing = law.chain.filter((party) => !stoodIn(party, agreed));
      const shown = { parties: named(law.chain), missing: named(missing) };
      return missing.length ? deny('NOT_AGREED', shown) : allow('AGREED', shown);
    },
    requires: (_facts, law) => [...papers, ...law.chain.map((party) => step(party, doing(party))), ...afterwards],
    sentences: {
      AGREED: '已经{parties}同意',
      NOT_AGREED: '须经{parties}同意，尚缺{missing}',
    },
    remedies: { NOT_AGREED: '按顺序报{missing}办理' },
    examples: [
      {
        name: 'nobody has said who agreed',
        facts: sample,
        expect: 'NONE',
        requires: [...papers.map(({ what }) => what), ...chain.map(doing), ...afterwards.map(({ what }) => what)],
      },
      { name: 'all have agreed', facts: { ...sample, agreed: chain }, expect: 'AGREED' },
      { name: 'the last has not', facts: { ...sample, agreed: chain.slice(0, -1) }, expect: 'NOT_AGREED' },
      {
        name: 'a school without a centre school above it',
        with: { chain: ['SCHOOL', 'CENTRE_SCHOOL'] },
        facts: { ...sample, agreed: ['SCHOOL', 'AUTHORITY'] },
        expect: 'AGREED',
      },
    ],
  });
}

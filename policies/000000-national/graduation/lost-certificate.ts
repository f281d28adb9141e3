/** 毕业证书遗失: no text gives out a certificate twice; what there is instead goes through hands that texts name. */
import {
  allow,
  type Citation,
  deny,
  fixed,
  PARTIES,
  type PartyName,
  paper,
  type Requirement,
  rule,
  silent,
  step,
  worded,
} from '../../../src/policy/index.ts';

interface Proof {
  id: string;
  /** 学历证明书, 学历证明（附件12）, 证明信. */
  name: string;
  /** Who reviews it in turn, the school first. */
  chain: readonly PartyName[];
  /** What each of them does, in the words of the text. */
  acts: Readonly<Partial<Record<PartyName, string>>>;
  /** What the applicant or the school hands in. */
  papers?: readonly (readonly [PartyName, string])[];
  /** What is done once the proof is out: 存根归入学校学籍档案. */
  afterwards?: string;
  /** Does the text name damage beside loss? */
  damageToo: boolean;
  yields?: true;
}

const lost = { stage: 'JUNIOR', asks: 'PROOF', proofsIssued: 0 } as const;

export function lostCertificate(basis: Citation, text: Proof) {
  const { name, acts, papers = [], afterwards } = text;
  const after = afterwards ? [step('SCHOOL', afterwards)] : [];
  const requirements = (chain: readonly PartyName[]): Requirement[] => [
    ...papers.map(([by, what]) => paper(by, what)),
    ...chain.map((party) => step(party, acts[party] ?? '审核')),
    ...after,
  ];
  return rule('lost-certificate')({
    id: text.id,
    title: '毕业证书遗失、损坏',
    basis,
    force: 'MUST',
    ...(text.yields ? { yields: true as const } : {}),
    parameters: { chain: worded(fixed(text.chain, 'NEVER', `办理${name}的各方`), PARTIES) },
    decide: ({ asks }) => {
      const facts = { name };
      if (asks === 'PROOF') return allow('PROOF', facts);
      if (asks === 'REISSUE') return deny('NEVER_REISSUED', facts);
      return text.damageToo ? deny('NEVER_REPLACED', facts) : silent;
    },
    requires: ({ asks }, law) => (asks === 'PROOF' ? requirements(law.chain) : []),
    sentences: {
      PROOF: '可以办理{name}',
      NEVER_REISSUED: '毕业证书遗失的，不予补发',
      ...(text.damageToo ? { NEVER_REPLACED: '毕业证书损坏的，不予换发' } : {}),
    },
    remedies: {
      NEVER_REISSUED: '确需证明学历的，申请{name}',
      ...(text.damageToo ? { NEVER_REPLACED: '确需证明学历的，申请{name}' } : {}),
    },
    examples: [
      { name: 'proof', facts: lost, expect: 'PROOF', requires: requirements(text.chain).map(({ what }) => what) },
      { name: 'issued again', facts: { ...lost, asks: 'REISSUE' }, expect: 'NEVER_REISSUED', requires: [] },
      { name: 'damaged', facts: { ...lost, asks: 'REPLACE' }, expect: text.damageToo ? 'NEVER_REPLACED' : 'NONE' },
    ],
  });
}

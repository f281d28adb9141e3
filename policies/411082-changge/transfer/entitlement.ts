/** 应准予转学: the four situations in which a transfer must be allowed. */
import { allow, cite, deny, rule, silent, TRANSFER_GROUNDS, weigh } from '../../../src/policy/index.ts';
import {
  ordinaryTransfer,
  seniorTransfer,
  type TransferFacts,
} from '../../000000-national/transfer/ordinary-transfer.ts';
import { provisions } from '../instruments.ts';

/** Household: any move out of its school district or town. Home of a floating family: across counties at least. */
function entitles({ ground, moved }: TransferFacts): boolean {
  const farther = moved !== undefined && moved !== 'WITHIN_SCHOOL_DISTRICT';
  if (ground === 'HOUSEHOLD_MOVED' || ground === 'HOUSEHOLD_AND_RESIDENCE_MOVED') return farther;
  if (ground === 'RESIDENCE_MOVED') return farther && moved !== 'WITHIN_COUNTY';
  return ground === 'MIGRANT_WORK' || ground === 'WITH_RELATIVES';
}

/** Who is entitled is not refused by anybody in the chain; the text does not forbid what it does not list. */
export const transferGround = rule('transfer')({
  id: 'transfer-ground',
  title: '应准予转学的情形',
  basis: cite(provisions, '三、1（一）', 'CG-3.1.1', 'CG-3.1.1.a', 'CG-3.1.1.b', 'CG-3.1.1.c', 'CG-3.1.1.d'),
  force: 'MUST',
  letThroughBy: 'RECEIVING_AUTHORITY',
  parameters: {},
  decide: (facts) => {
    if (facts.stage === 'SENIOR') return silent;
    const shown = { words: TRANSFER_GROUNDS[facts.ground] };
    return entitles(facts) ? allow('ENTITLED', shown) : weigh('NOT_LISTED', shown);
  },
  sentences: {
    ENTITLED: '因{words}转学，应准予，各方不得拒绝',
    NOT_LISTED: '因{words}转学，不在应准予转学的情形之列，由双方学校和主管部门酌定',
  },
  remedies: { NOT_LISTED: '户籍、居住地迁移的，写明迁移范围并附证明；其他理由书面说明' },
  examples: [
    {
      name: 'household to another school district of the county',
      facts: { ...ordinaryTransfer, ground: 'HOUSEHOLD_MOVED', moved: 'WITHIN_COUNTY' },
      expect: 'ENTITLED',
    },
    {
      name: 'household inside its school district',
      facts: { ...ordinaryTransfer, ground: 'HOUSEHOLD_MOVED', moved: 'WITHIN_SCHOOL_DISTRICT' },
      expect: 'NOT_LISTED',
    },
    {
      name: 'home to another county',
      facts: { ...ordinaryTransfer, ground: 'RESIDENCE_MOVED', moved: 'WITHIN_URBAN_AREA' },
      expect: 'ENTITLED',
    },
    {
      name: 'home inside the county',
      facts: { ...ordinaryTransfer, ground: 'RESIDENCE_MOVED', moved: 'WITHIN_COUNTY' },
      expect: 'NOT_LISTED',
    },
    { name: 'both have moved', facts: ordinaryTransfer, expect: 'ENTITLED' },
    { name: 'parents who work here', facts: { ...ordinaryTransfer, ground: 'MIGRANT_WORK' }, expect: 'ENTITLED' },
    { name: 'with relatives', facts: { ...ordinaryTransfer, ground: 'WITH_RELATIVES' }, expect: 'ENTITLED' },
    { name: 'no ground', facts: { ...ordinaryTransfer, ground: 'NONE' }, expect: 'NOT_LISTED' },
    { name: 'not said of senior', facts: seniorTransfer, expect: 'NONE' },
  ],
});

const refusal = {
  stage: 'PRIMARY',
  matter: 'TRANSFER',
  reason: 'CLASS_FULL',
  entitled: true,
  arranged: false,
} as const;

/** 应准予 binds every party: no reason of a school stands against a proven ground. */
export const entitledNotRefused = rule('transfer-refusal')({
  id: 'entitled-not-refused',
  title: '应准予转学的不得拒绝',
  basis: cite(provisions, '三、1（一）', 'CG-3.1.1'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, matter, entitled }) => {
    if (stage === 'SENIOR' || matter !== 'TRANSFER' || !entitled) return silent;
    return deny('ENTITLED');
  },
  sentences: { ENTITLED: '属应准予转学的情形，不得拒绝' },
  remedies: { ENTITLED: '同意转学；确无学位的，报主管部门统筹安排学校' },
  examples: [
    { name: 'entitled', facts: refusal, expect: 'ENTITLED' },
    { name: 'not entitled', facts: { ...refusal, entitled: false }, expect: 'NONE' },
    { name: 'an entrant', facts: { ...refusal, matter: 'ENTRY' }, expect: 'NONE' },
    { name: 'senior', facts: { ...refusal, stage: 'SENIOR' }, expect: 'NONE' },
  ],
});

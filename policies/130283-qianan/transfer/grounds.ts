/** 转学条件: household and home address have both moved, or another special case makes it needed. */
import { allow, cite, deny, rule, silent, TRANSFER_GROUNDS, weigh } from '../../../src/policy/index.ts';
import { ordinaryTransfer, seniorTransfer } from '../../000000-national/transfer/ordinary-transfer.ts';
import { system } from '../instruments.ts';

/** Children of migrant workers come with their registration: the nation has it follow them, and no guest study replaces it. */
export const transferGround = rule('transfer')({
  id: 'transfer-ground',
  title: '转学条件',
  basis: cite(system, '二、（二）1', 'S5-2.2.1', 'MOE-6.4'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, ground }) => {
    if (stage === 'SENIOR') return silent;
    const shown = { words: TRANSFER_GROUNDS[ground] };
    if (ground === 'HOUSEHOLD_AND_RESIDENCE_MOVED') return allow();
    if (ground === 'MIGRANT_WORK') return allow('MIGRANT');
    if (ground === 'HOUSEHOLD_MOVED' || ground === 'RESIDENCE_MOVED') return deny('ONLY_ONE_MOVED', shown);
    return ground === 'NONE' ? deny('NO_GROUND') : weigh('SPECIAL_CASE', shown);
  },
  sentences: {
    COMPLIES: '户口和家庭住址都已迁移，准予转学',
    MIGRANT: '随迁子女随父母就读，籍随人走，准予转学',
    ONLY_ONE_MOVED: '仅{words}，户口和家庭住址须都已迁移',
    NO_GROUND: '没有转学理由，不予转学',
    SPECIAL_CASE: '因{words}转学，按特殊情况由教育科认定',
  },
  remedies: {
    ONLY_ONE_MOVED: '两项都已迁移的，补交转入地户口簿和房产证明；另有特殊情况的，写明并附证明',
    NO_GROUND: '户口和家庭住址迁移的，或确有特殊情况的，写明并附证明',
    SPECIAL_CASE: '写明特殊情况并附证明，报教育科认定',
  },
  examples: [
    { name: 'both have moved', facts: ordinaryTransfer, expect: 'COMPLIES' },
    { name: 'household alone', facts: { ...ordinaryTransfer, ground: 'HOUSEHOLD_MOVED' }, expect: 'ONLY_ONE_MOVED' },
    { name: 'home alone', facts: { ...ordinaryTransfer, ground: 'RESIDENCE_MOVED' }, expect: 'ONLY_ONE_MOVED' },
    { name: 'no ground', facts: { ...ordinaryTransfer, ground: 'NONE' }, expect: 'NO_GROUND' },
    { name: 'parents who work here', facts: { ...ordinaryTransfer, ground: 'MIGRANT_WORK' }, expect: 'MIGRANT' },
    { name: 'parents who change work', facts: { ...ordinaryTransfer, ground: 'JOB_MOVED' }, expect: 'SPECIAL_CASE' },
    { name: 'not said of senior', facts: seniorTransfer, expect: 'NONE' },
  ],
});

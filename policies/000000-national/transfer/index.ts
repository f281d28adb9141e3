/** 国家 转学: who opens a transfer, where a child may sit, with which reasons none is refused. */
import { cite, duty, type PackPart } from '../../../src/policy/index.ts';
import { measures, revision } from '../instruments.ts';
import { intake } from './intake.ts';
import { lawfulRefusal, refusalForRegistration } from './lawful-refusal.ts';
import { transferChain } from './procedure/chain.ts';
import { transferOpening } from './procedure/opening.ts';
import { transferTurn } from './procedure/turn.ts';

/** What holds where no text of the place names the parties of its own. */
const chain = {
  basis: cite(revision, '第十五条', 'MOE-6.5'),
  parties: ['RECEIVING_SCHOOL', 'RECEIVING_AUTHORITY', 'SENDING_SCHOOL', 'SENDING_AUTHORITY'],
  within: { workingDays: 10 },
  national: true,
} as const;

export const transfer: PackPart = {
  rules: [
    ...[transferOpening, transferChain(chain), transferTurn(chain)],
    ...[intake, lawfulRefusal, refusalForRegistration],
  ],
  duties: [
    duty({
      id: 'implementation-plan',
      title: '制订实施工作方案，明确责任人、工作任务和时间表',
      basis: cite(measures, '通知四', 'MOE-N4.1'),
      holder: 'AUTHORITY',
      rhythm: { kind: 'AFTER', event: '办法印发' },
    }),
  ],
};

/** 国家 转学: who opens a transfer, where a child may sit, with which reasons none is refused. */
import { cite, duty, type PackPart } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';
import { intake } from './intake.ts';
import { lawfulRefusal, refusalForRegistration } from './lawful-refusal.ts';
import { transferOpening } from './procedure/opening.ts';

export const transfer: PackPart = {
  rules: [transferOpening, intake, lawfulRefusal, refusalForRegistration],
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

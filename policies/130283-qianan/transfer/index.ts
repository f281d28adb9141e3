/** 迁安 转学: household and address, two papers, two weeks of a term, centre schools and the education section. */
import { cite, type NotApplied, type PackPart, setting } from '../../../src/policy/index.ts';
import {
  barredInLastGrade,
  barredOnLeave,
  barredUnderSanction,
  gradeKept,
} from '../../000000-national/transfer/bars.ts';
import { lawfulRefusal } from '../../000000-national/transfer/lawful-refusal.ts';
import { COMPULSORY, type TransferFacts } from '../../000000-national/transfer/ordinary-transfer.ts';
import { transferPapers } from '../../000000-national/transfer/papers.ts';
import { transferWindow } from '../../000000-national/transfer/window.ts';
import { system } from '../instruments.ts';
import { intakeApproved, transferCertificate } from './approved-only.ts';
import { transferGround } from './grounds.ts';
import { seatAfterTransfer, townChain } from './town-chain.ts';

const stages = COMPULSORY;

/** Who came for work has neither household nor house here: such a family shows what the text asks of it at entry. */
const settled = { words: '不是随迁子女的', holds: ({ ground }: TransferFacts) => ground !== 'MIGRANT_WORK' };
const migrant = { words: '随迁子女', holds: ({ ground }: TransferFacts) => ground === 'MIGRANT_WORK' };

const notApplied: readonly NotApplied[] = [
  {
    question: 'transfer',
    basis: cite(system, '二、（二）2', 'S5-2.2.2', 'S5-2.2.3'),
    says: '转学先向转出学校申请',
    because: '国家·第十五条规定转学由转入学校在学籍系统发起，转出学校的初步认定作为其中一步',
    conflict: 'C01',
  },
  {
    question: 'transfer',
    basis: cite(system, '二、（二）2', 'S5-2.2.3'),
    says: '乡镇之间转学由转入校所在地中心校最后审批',
    because: '国家·第十五条规定双方学籍主管部门核办：中心校审批之后，学籍主管部门仍须核办',
    conflict: 'C02',
  },
  {
    question: 'transfer-refusal',
    basis: cite(system, '二、（一）', 'S5-2.1.4'),
    says: '违反规定入学的一律清退',
    because: '国家·第六条规定籍随人走：义务教育阶段不以清退作处罚，不该在本校就读的，转到应就读的学校',
    conflict: 'C18',
  },
];

export const transfer: PackPart = {
  rules: [
    ...[transferGround, townChain, seatAfterTransfer, intakeApproved, transferCertificate],
    transferPapers({
      basis: cite(system, '二、（二）1', 'S5-2.2.1', 'S5-2.2.4', 'S5-2.1.5'),
      stages,
      papers: ['HOUSEHOLD_REGISTER', 'PROPERTY', 'EVIDENCE'],
      names: {
        HOUSEHOLD_REGISTER: '转入学校所在地户口簿',
        PROPERTY: '转入学校所在地房产证明（房产证或购房有效票据）',
        EVIDENCE: '居住证和就业证明或营业执照',
      },
      only: { HOUSEHOLD_REGISTER: settled, PROPERTY: settled, EVIDENCE: migrant },
    }),
    transferWindow({
      basis: cite(system, '二、（二）', 'S5-2.2.8'),
      stages,
      limit: { days: 14 },
      anyTime: ['JOB_MOVED', 'RESIDENCE_MOVED', 'HOUSEHOLD_AND_RESIDENCE_MOVED'],
    }),
    gradeKept({ basis: cite(system, '二、（二）', 'S5-2.2.9'), stages }),
    barredInLastGrade({ basis: cite(system, '二、（二）', 'S5-2.2.10'), stages, force: 'PRINCIPLE' }),
    barredUnderSanction({ basis: cite(system, '二、（二）', 'S5-2.2.11'), stages, force: 'PRINCIPLE' }),
    barredOnLeave({ basis: cite(system, '二、（四）', 'S5-2.4.3'), stages }),
  ],
  settings: [
    setting(
      lawfulRefusal,
      { reasons: ['CONDITIONS_NOT_MET', 'PLAN_FULL', 'CLASS_FULL'] },
      cite(system, '二、（一）', 'S5-2.1.4', 'S5-2.1.2'),
    ),
  ],
  notApplied,
};

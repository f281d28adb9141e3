/** 转学发起: which school opens a transfer in the registry. */
import { allow, cite, deny, fixed, rule, silent, worded } from '../../../../src/policy/index.ts';
import { revision } from '../../instruments.ts';
import { ordinaryTransfer } from '../ordinary-transfer.ts';

const SCHOOLS = { RECEIVING_SCHOOL: '转入学校', SENDING_SCHOOL: '转出学校' } as const;
export type OpeningSchool = keyof typeof SCHOOLS;

/**
 * The revision of 2025 says it in words, and the measures before it forbid a school to take a child without a transfer:
 * who takes the child opens it. Texts that begin at the sending school describe steps before that.
 */
export const transferOpening = rule('transfer')({
  id: 'transfer-opening',
  title: '转学的发起',
  basis: cite(revision, '第十五条', 'MOE-6.5', 'MOE-6.4'),
  force: 'MUST',
  parameters: {
    openers: worded(
      fixed<readonly OpeningSchool[]>(['RECEIVING_SCHOOL'], 'SUBSET', '在学籍系统发起转学的学校'),
      SCHOOLS,
    ),
  },
  decide: ({ openedBy }, law) => {
    if (!openedBy) return silent;
    return law.openers.includes(openedBy) ? allow() : deny('WRONG_SCHOOL');
  },
  sentences: {
    COMPLIES: '由转入学校在学籍系统发起转学',
    WRONG_SCHOOL: '转学由转入学校在学籍系统发起，转出学校不能发起',
  },
  remedies: { WRONG_SCHOOL: '请监护人联系转入学校发起；转出学校的意见可作附件随办件转去' },
  examples: [
    {
      name: 'by the receiving school',
      facts: { ...ordinaryTransfer, openedBy: 'RECEIVING_SCHOOL' },
      expect: 'COMPLIES',
    },
    {
      name: 'by the sending school',
      facts: { ...ordinaryTransfer, openedBy: 'SENDING_SCHOOL' },
      expect: 'WRONG_SCHOOL',
    },
    { name: 'not opened yet', facts: ordinaryTransfer, expect: 'NONE' },
  ],
});

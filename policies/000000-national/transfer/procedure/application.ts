/** 转学申请: who asks for a transfer, and at which school. */
import { allow, type Citation, deny, fixed, rule, type Stage, silent, worded } from '../../../../src/policy/index.ts';
import { examplesOfOtherStages, ordinaryTransfer, type TransferFacts } from '../ordinary-transfer.ts';
import type { OpeningSchool } from './opening.ts';

const SCHOOLS = { RECEIVING_SCHOOL: '转入学校', SENDING_SCHOOL: '转出学校' } as const;

/** Guardians ask in writing, at one of the schools that the text names. */
export function transferApplication(basis: Citation, stages: readonly Stage[], takers: readonly OpeningSchool[]) {
  const [stage = 'PRIMARY'] = stages;
  const facts: TransferFacts = { ...ordinaryTransfer, stage };
  const words = takers.map((school) => SCHOOLS[school]).join('或');
  const either = takers.length > 1;
  return rule('transfer')({
    id: 'transfer-application',
    title: '转学申请',
    basis,
    force: 'MUST',
    parameters: { takers: worded(fixed(takers, 'SUBSET', '受理转学申请的学校'), SCHOOLS) },
    decide: ({ stage, guardianApplies, appliedAt }, law) => {
      if (!stages.includes(stage)) return silent;
      if (!guardianApplies) return deny('NOT_ASKED_FOR');
      return !appliedAt || law.takers.includes(appliedAt)
        ? allow('COMPLIES', { words })
        : deny('WRONG_SCHOOL', { words });
    },
    sentences: {
      COMPLIES: '监护人书面申请，向{words}提出',
      NOT_ASKED_FOR: '转学由监护人书面申请，未申请的不办理',
      ...(either ? {} : { WRONG_SCHOOL: '转学向{words}申请，转出学校不受理' }),
    },
    remedies: {
      NOT_ASKED_FOR: '请监护人书面申请；学校不得代为申请',
      ...(either ? {} : { WRONG_SCHOOL: '请监护人持材料到{words}申请' }),
    },
    examples: [
      { name: 'at the receiving school', facts: { ...facts, appliedAt: 'RECEIVING_SCHOOL' }, expect: 'COMPLIES' },
      {
        name: 'at the sending school',
        facts: { ...facts, appliedAt: 'SENDING_SCHOOL' },
        expect: either ? 'COMPLIES' : 'WRONG_SCHOOL',
      },
      { name: 'nowhere yet', facts, expect: 'COMPLIES' },
      { name: 'nobody has asked', facts: { ...facts, guardianApplies: false }, expect: 'NOT_ASKED_FOR' },
      ...examplesOfOtherStages(stages, facts),
    ],
  });
}

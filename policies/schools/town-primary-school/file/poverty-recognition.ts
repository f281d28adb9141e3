/** 贫困生认定: the registrar applies, somebody else reviews; then it holds by itself. */
import { allow, type Citation, deny, rule, step } from '../../../../src/policy/index.ts';

const reviewed = { act: 'RECOGNISE', appliedFor: true, reviewed: true } as const;

export const povertyRecognition = (basis: Citation) =>
  rule('poverty-recognition')({
    id: 'poverty-recognition',
    title: '贫困生认定与取消',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ appliedFor, reviewed }) => {
      if (!appliedFor) return deny('NOT_APPLIED_FOR');
      return reviewed ? allow() : deny('NOT_REVIEWED');
    },
    requires: ({ act }) => [
      step('SCHOOL', act === 'REMOVE' ? '学籍管理员提出取消申请' : '学籍管理员提出认定申请'),
      step('AUTHORITY', '审核申请'),
    ],
    sentences: {
      COMPLIES: '申请已审核，自动生效',
      NOT_APPLIED_FOR: '贫困生的认定和取消由学籍管理员申请，不直接填写',
      NOT_REVIEWED: '贫困生的认定和取消须经审批单位审核',
    },
    remedies: {
      NOT_APPLIED_FOR: '由学校学籍管理员提出申请',
      NOT_REVIEWED: '报审批单位审核，审核后自动生效',
    },
    examples: [
      {
        name: 'applied for and reviewed',
        facts: reviewed,
        expect: 'COMPLIES',
        requires: ['学籍管理员提出认定申请', '审核申请'],
      },
      { name: 'set by the registrar', facts: { ...reviewed, reviewed: false }, expect: 'NOT_REVIEWED' },
      {
        name: 'no application',
        facts: { act: 'REMOVE', appliedFor: false, reviewed: false },
        expect: 'NOT_APPLIED_FOR',
        requires: ['学籍管理员提出取消申请', '审核申请'],
      },
    ],
  });

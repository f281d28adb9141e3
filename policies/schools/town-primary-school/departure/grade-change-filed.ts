/** 留级跳级申请: the school files it for the very good and the lagging, and it takes effect when approved. */
import { allow, type Citation, fixed, type PartyName, rule, step } from '../../../../src/policy/index.ts';

const asked = {
  kind: 'SKIPPING',
  stage: 'PRIMARY',
  lastGrade: false,
  initiatedBy: 'FAMILY',
  disabled: false,
  outstanding: true,
  cannotFollow: false,
  crossesStage: false,
  sameSchool: true,
} as const;

/** 根据留、跳级的相关规定: it only says how one files; what may be filed the law above says. */
export const gradeChangeFiled = (basis: Citation) =>
  rule('grade-change')({
    id: 'grade-change-filed',
    title: '留级跳级申请',
    basis,
    force: 'MAY',
    parameters: { chain: fixed<readonly PartyName[]>(['SCHOOL', 'AUTHORITY'], 'NEVER', '留级跳级的环节') },
    decide: () => allow(),
    requires: (_, law) =>
      law.chain.map((by) => step(by, by === 'SCHOOL' ? '在学籍档案中提交变动申请' : '审核，审核后生效')),
    sentences: { COMPLIES: '学校按上级留级、跳级的规定提交申请，审核后生效' },
    examples: [
      {
        name: 'a very good student',
        facts: asked,
        expect: 'COMPLIES',
        requires: ['在学籍档案中提交变动申请', '审核，审核后生效'],
      },
    ],
  });

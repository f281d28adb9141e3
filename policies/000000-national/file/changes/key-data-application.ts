/** 关键数据变更申请: the papers that a family brings, and who approves before the value changes. */
import { allow, type Citation, deny, type ProcedureStep, paper, rule, silent } from '../../../../src/policy/index.ts';

const applying = { items: ['BIRTH_DATE'], stage: 'PRIMARY', papers: ['HOUSEHOLD_REGISTER', 'COPY'] } as const;
const named = ['居民户口簿或其他证明文件', '户口簿复印件或其他证明复印件'];

/** The rule for a text that names papers and approvers; `steps` are its own, in its order. */
export const keyDataApplication = (basis: Citation, steps: readonly ProcedureStep[]) => {
  const requires = [...named, ...steps.map(({ what }) => what)];
  return rule('key-data-change')({
    id: 'key-data-application',
    title: '关键数据变更申请',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ items, papers, approvedBy }) => {
      if (items.length === 0) return silent;
      if (!papers.includes('HOUSEHOLD_REGISTER') && !papers.includes('OTHER_PROOF')) return deny('NO_PROOF');
      if (!papers.includes('COPY')) return deny('NO_COPY');
      return approvedBy && !approvedBy.includes('SCHOOL') ? deny('NOT_BY_SCHOOL') : allow();
    },
    requires: ({ items }) => (items.length === 0 ? [] : [...named.map((what) => paper('GUARDIAN', what)), ...steps]),
    sentences: {
      COMPLIES: '证明文件和复印件齐备',
      NO_PROOF: '变更关键数据须有居民户口簿或其他证明文件',
      NO_COPY: '变更关键数据须附证明的复印件',
      NOT_BY_SCHOOL: '变更申请须先经学校核准提交',
    },
    remedies: {
      NO_PROOF: '请监护人出示居民户口簿或其他证明文件',
      NO_COPY: '复印所持证明，附在申请后',
      NOT_BY_SCHOOL: '由学校核对证明后核准并提交',
    },
    examples: [
      { name: 'the household register and a copy', facts: applying, expect: 'COMPLIES', requires },
      { name: 'another proof and a copy', facts: { ...applying, papers: ['OTHER_PROOF', 'COPY'] }, expect: 'COMPLIES' },
      { name: 'nothing brought', facts: { ...applying, papers: [] }, expect: 'NO_PROOF' },
      { name: 'no copy', facts: { ...applying, papers: ['HOUSEHOLD_REGISTER'] }, expect: 'NO_COPY' },
      {
        name: 'the school has not approved',
        facts: { ...applying, approvedBy: ['AUTHORITY'] },
        expect: 'NOT_BY_SCHOOL',
      },
      {
        name: 'both have approved',
        facts: { ...applying, approvedBy: ['SCHOOL', 'AUTHORITY'] },
        expect: 'COMPLIES',
      },
      { name: 'no key data', facts: { ...applying, items: [] }, expect: 'NONE', requires: [] },
    ],
  });
};

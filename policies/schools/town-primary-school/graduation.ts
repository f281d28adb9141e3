/** 学校文本 篇六 毕业: the registrar files graduates in the registry, with the number of each certificate. */
import { type Citation, cite, type Instrument, type PackPart, rule, silent, step } from '../../../src/policy/index.ts';

const FILED = '学籍管理员在系统中提交毕业、结业申请，填写正确的证书编号';
const APPROVED = '审核后生效';

/** The number is the one that the issuer of the certificate gave; the registrar only writes it down. */
const graduationFiling = (basis: Citation) =>
  rule('compulsory-graduation')({
    id: 'graduation-filing',
    title: '毕业申请的提交和审核',
    basis,
    force: 'MUST',
    parameters: {},
    decide: () => silent,
    requires: ({ stage }) => (stage === 'PRIMARY' ? [step('SCHOOL', FILED), step('AUTHORITY', APPROVED)] : []),
    sentences: {},
    examples: [
      { name: 'primary', facts: { stage: 'PRIMARY', finished: true }, expect: 'NONE', requires: [FILED, APPROVED] },
      { name: 'junior is no question', facts: { stage: 'JUNIOR', finished: true }, expect: 'NONE', requires: [] },
    ],
  });

export const graduation = (text: Instrument): PackPart => ({
  rules: [graduationFiling(cite(text, '第十七条', 'S6-17.1'))],
});

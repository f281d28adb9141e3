/** 体检和体质登记: the two forms on which Sichuan records health in the file. */
import { allow, cite, paper, rule, silent } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const forms = ['体格检查登记表（附件13）', '体质健康标准登记卡（附件14）'];

/** The fields of both forms are not transcribed; only that they belong into the part on health. */
export const healthForms = rule('student-file')({
  id: 'health-forms',
  title: '体检表和体质健康登记卡',
  basis: cite(measures, '第十七条', 'SC-17.2.4', 'SC-A.13', 'SC-A.14'),
  force: 'MUST',
  parameters: {},
  decide: ({ parts }) => (parts.includes('HEALTH') ? allow() : silent),
  requires: () => forms.map((what) => paper('SCHOOL', what)),
  sentences: { COMPLIES: '体检和体质信息按附件13、附件14登记' },
  examples: [
    { name: 'health is on file', facts: { parts: ['HEALTH'] }, expect: 'COMPLIES', requires: forms },
    { name: 'health is not on file', facts: { parts: [] }, expect: 'NONE', requires: forms },
  ],
});

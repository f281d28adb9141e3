/** 关键数据先核准后变更: what the authority confirmed with the registration is not changed without it. */
import { allow, cite, deny, rule, silent } from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

const rename = { items: ['NAME'], stage: 'PRIMARY', papers: ['HOUSEHOLD_REGISTER', 'COPY'] } as const;

/**
 * The national article on changes breaks off after its first words (MOE-10.0), so the rule stands on article 4, by which
 * the authority confirms every registration. Order and papers are those of the province or county.
 */
export const keyDataConfirmed = rule('key-data-change')({
  id: 'key-data-confirmed',
  title: '关键数据先核准后变更',
  basis: cite(measures, '第四条', 'MOE-4.3'),
  force: 'MUST',
  parameters: {},
  decide: ({ items, approvedBy }) => {
    if (items.length === 0 || !approvedBy) return silent;
    return approvedBy.includes('AUTHORITY') ? allow() : deny('NOT_APPROVED');
  },
  sentences: {
    COMPLIES: '学籍主管部门已核准变更',
    NOT_APPROVED: '学籍主管部门核准前，关键数据不变更',
  },
  remedies: { NOT_APPROVED: '由学校报学籍主管部门核准，核准后再更新' },
  examples: [
    { name: 'school and authority', facts: { ...rename, approvedBy: ['SCHOOL', 'AUTHORITY'] }, expect: 'COMPLIES' },
    { name: 'the school alone', facts: { ...rename, approvedBy: ['SCHOOL'] }, expect: 'NOT_APPROVED' },
    { name: 'changed by hand', facts: { ...rename, approvedBy: [] }, expect: 'NOT_APPROVED' },
    { name: 'still being applied for', facts: rename, expect: 'NONE' },
    { name: 'no key data at all', facts: { ...rename, items: [], approvedBy: [] }, expect: 'NONE' },
  ],
});

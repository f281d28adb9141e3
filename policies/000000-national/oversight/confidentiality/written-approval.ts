/** 书面批准: nothing leaves the registry without the authority's written approval, and nothing beyond it. */
import { allow, type Citation, deny, fixed, rule, silent, step } from '../../../../src/policy/index.ts';

const approved = { act: 'GIVE_OUT', approvedInWriting: true, beyondApproval: 0 } as const;

/** The rule for a text that says so (一律不得). It takes the place of what the nation asks for in principle. */
export const writtenApproval = (basis: Citation) =>
  rule('disclosure')({
    id: 'written-approval',
    title: '向外提供须书面批准',
    basis,
    force: 'MUST',
    replaces: 'give-out',
    parameters: { beyond: fixed(0, 'SMALLER', '可超出批准范围的信息项', '项') },
    decide: ({ act, approvedInWriting, beyondApproval = 0 }, law) => {
      if (act !== 'GIVE_OUT') return silent;
      if (!approvedInWriting) return deny('NOT_APPROVED');
      return beyondApproval > law.beyond ? deny('BEYOND', { beyondApproval }) : allow();
    },
    requires: ({ act }) => (act === 'GIVE_OUT' ? [step('AUTHORITY', '书面批准提供')] : []),
    sentences: {
      COMPLIES: '学籍主管部门已书面批准提供',
      NOT_APPROVED: '未经学籍主管部门书面批准，学籍信息一律不得向外提供',
      BEYOND: '有{beyondApproval}项信息超出书面批准的范围，不得提供',
    },
    remedies: {
      NOT_APPROVED: '向学籍主管部门书面申请，批准后按批准的项目提供',
      BEYOND: '去掉未批准的项目，或另行申请批准',
    },
    examples: [
      { name: 'approved', facts: approved, expect: 'COMPLIES', requires: ['书面批准提供'] },
      {
        name: 'approved, nobody has counted items',
        facts: { act: 'GIVE_OUT', approvedInWriting: true },
        expect: 'COMPLIES',
      },
      { name: 'not approved', facts: { ...approved, approvedInWriting: false }, expect: 'NOT_APPROVED' },
      { name: 'one item beyond', facts: { ...approved, beyondApproval: 1 }, expect: 'BEYOND' },
      { name: 'looking up', facts: { ...approved, act: 'LOOK_UP' }, expect: 'NONE', requires: [] },
    ],
  });

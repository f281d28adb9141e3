/** 适用范围: which schools keep registrations, whoever founded them. */
import { allow, cite, deny, fixed, rule, SCHOOL_KINDS, type SchoolKind, worded } from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

const KINDS = ['PRIMARY', 'JUNIOR', 'SENIOR', 'SPECIAL', 'WORK_STUDY'] as const satisfies SchoolKind[];

export const withinScope = rule('schooling-system')({
  id: 'within-scope',
  title: '学籍管理的适用范围',
  basis: cite(measures, '第二条', 'MOE-2.1'),
  force: 'MUST',
  parameters: {
    kinds: worded(fixed<readonly SchoolKind[]>(KINDS, 'SUBSET', '管理学籍的学校类别'), SCHOOL_KINDS),
  },
  decide: ({ kind, lawfullyRun }, law) => {
    if (!law.kinds.includes(kind)) return deny('OTHER_KIND', { kindWords: SCHOOL_KINDS[kind] });
    return lawfullyRun ? allow('COMPLIES', { kindWords: SCHOOL_KINDS[kind] }) : deny('NOT_LAWFUL');
  },
  sentences: {
    COMPLIES: '依法举办的{kindWords}，不论由谁举办，都在本系统管理学籍',
    OTHER_KIND: '{kindWords}不属于中小学学籍管理范围',
    NOT_LAWFUL: '未依法举办的学校不建立学籍',
  },
  remedies: {
    OTHER_KIND: '核对学校类别；不属中小学的，不在本系统设立',
    NOT_LAWFUL: '先依法取得办学许可，再设立学校',
  },
  examples: [
    ...KINDS.map((kind) => ({
      name: `a lawful school: ${kind}`,
      facts: { kind, lawfullyRun: true, mode: 'OTHER' as const },
      expect: 'COMPLIES',
    })),
    {
      name: 'another kind of school',
      facts: { kind: 'OTHER', lawfullyRun: true, mode: 'OTHER' },
      expect: 'OTHER_KIND',
    },
    {
      name: 'a school nobody may run',
      facts: { kind: 'PRIMARY', lawfullyRun: false, mode: 'SIX_THREE' },
      expect: 'NOT_LAWFUL',
    },
  ],
});

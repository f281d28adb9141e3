/** 编班: the supervising authority reviews the class lists before students are entered into their class groups. */
import { allow, cite, deny, rule } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

export const classPlacement = rule('class-placement')({
  id: 'class-placement',
  title: '新生分班审核',
  basis: cite(rules, '第十三条', 'SX-13.1'),
  force: 'MUST',
  parameters: {},
  decide: ({ reviewed }) => (reviewed ? allow() : deny('NOT_REVIEWED')),
  sentences: {
    COMPLIES: '新生分班已经学籍主管部门审核',
    NOT_REVIEWED: '新生分班须经学籍主管部门审核后编入班级',
  },
  remedies: { NOT_REVIEWED: '报学籍主管部门审核，审核通过后由系统编入班级' },
  examples: [
    { name: 'reviewed', facts: { stage: 'JUNIOR', reviewed: true }, expect: 'COMPLIES' },
    { name: 'not reviewed', facts: { stage: 'JUNIOR', reviewed: false }, expect: 'NOT_REVIEWED' },
  ],
});

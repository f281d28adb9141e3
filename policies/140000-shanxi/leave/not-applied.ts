/** 山西 网页说明: what the page round the text says of leave; it has no rank, the articles count. */
import { cite, type NotApplied, type QuestionId } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const note = (
  question: QuestionId,
  [place, clause]: readonly [string, string],
  says: string,
  because: string,
  conflict?: string,
): NotApplied => ({
  question,
  basis: cite(rules, `网页说明${place}`, clause),
  says,
  because: `网页说明没有法律效力；${because}`,
  ...(conflict ? { conflict } : {}),
});

export const notApplied: readonly NotApplied[] = [
  note(
    'leave',
    ['三、1', 'SX-T.1.1'],
    '因病休学须有市级以上医院的诊断证明和住院病历复印件',
    '山西·第二十四条只要求县级以上医疗单位的证明',
    'C76',
  ),
  note(
    'leave',
    ['三、1', 'SX-T.1.2'],
    '校长在申请书上签字后，学籍管理人员方可上报',
    '山西·第二十四条由学校审核后报学籍主管部门，不另设签字',
  ),
  note(
    'leave',
    ['三、3', 'SX-T.3'],
    '毕业年级没有特殊情况一般不准休学',
    '山西·第二十三条所列情形不分年级，都可以申请',
    'C35',
  ),
  note(
    'leave',
    ['三、4', 'SX-T.4.2'],
    '休学证明装入档案，由校医在学生档案上填写',
    '山西·第二十四条由学校记入电子档案，证明作为申请表附件保存',
  ),
  note(
    'return',
    ['三、2', 'SX-T.2.2'],
    '半年后或未满一年提前复学的，须校长同意并经教育行政部门审核',
    '山西·第二十四条对提前复学没有另外的要求，按复学的程序办理',
    'C29',
  ),
  note(
    'return',
    ['三、2', 'SX-T.2.3'],
    '复学须有市级以上的诊断证明和家长申请',
    '山西·第二十四条只要求填写休学、复学申请表',
    'C76',
  ),
  note('return', ['三、2', 'SX-T.2.4'], '复学后编入下一年级', '山西·第二十四条由本人在原年级和下一年级中选择', 'C76'),
];

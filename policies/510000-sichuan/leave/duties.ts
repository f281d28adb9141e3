/** 四川职责: attendance, urging back whom a leave has run out for, and a school for every disabled child. */
import { cite, type Duty, duty } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

export const duties: readonly Duty[] = [
  duty({
    id: 'attendance-register',
    title: '对学生参加教育教学活动实行考勤',
    basis: cite(measures, '第二十二条', 'SC-22.1'),
    holder: 'SCHOOL',
    rhythm: { kind: 'STANDING' },
  }),
  duty({
    id: 'attendance-contact',
    title: '与监护人联系，共同加强教育',
    basis: cite(measures, '第二十二条', 'SC-22.3'),
    holder: 'SCHOOL',
    rhythm: { kind: 'AFTER', event: '学生旷课或经常迟到、早退' },
  }),
  duty({
    id: 'leave-return-request',
    title: '申请复学',
    basis: cite(measures, '第二十六条', 'SC-26.2'),
    holder: 'GUARDIAN',
    rhythm: { kind: 'AFTER', event: '休学期满' },
  }),
  duty({
    id: 'leave-return-urging',
    title: '督促学生复学',
    basis: cite(measures, '第二十六条', 'SC-26.7'),
    holder: 'SCHOOL',
    rhythm: { kind: 'AFTER', event: '休学期满，未复学也未申请继续休学' },
  }),
  duty({
    id: 'disabled-children-in-school',
    title: '保障适龄残疾儿童少年全部入学',
    basis: cite(measures, '第九条', 'SC-9.1'),
    holder: 'AUTHORITY',
    rhythm: { kind: 'EVERY', period: 'SCHOOL_YEAR' },
  }),
];

/** 转学申请表: what the printed form shows: the child, both schools, the ground, and what was seen of the papers. */

import { gradeName } from '../../authorities/index.ts';
import type { CaseApplication } from '../../cases/index.ts';
import { MOVES, TRANSFER_GROUNDS } from '../../policy/index.ts';
import { genders, labelOf } from '../../students/index.ts';
import type { TransferData } from '../transfer.ts';

/** Signed by hand by the family and by both persons of the receiving school. */
export function applicationOf({ child, form, sending, receiving, grade, papers }: TransferData): CaseApplication {
  const { ground, moved, forTerm, registrationStays } = form;
  return {
    fields: [
      ['学生姓名', `${child.name}（${labelOf(genders, child.gender) ?? ''}）`],
      ['学籍号', child.numberMasked],
      ['证件号', child.identityMasked],
      ['转出学校', `${sending.schoolName}（${sending.authorityName}）${gradeName(grade)}`],
      [
        '转入学校',
        `${receiving.schoolName}（${receiving.authorityName}）${receiving.classGroupName ?? gradeName(grade)}`,
      ],
      ['转学事由', TRANSFER_GROUNDS[ground] + (moved ? `（${MOVES[moved]}）` : '')],
      ['转入学期', forTerm === 'RUNNING' ? '本学期' : '下学期'],
      ...(registrationStays === undefined
        ? []
        : [['学籍去留', registrationStays ? '保留在原学校' : '转入新学校'] as const]),
      ['处分情况', form.underSanction ? '有未撤销的处分' : '没有未撤销的处分'],
    ],
    lists: [
      {
        title: '转学材料',
        columns: [
          { heading: '材料', width: 78, align: 'left' },
          { heading: '所依规定', width: 70, align: 'left' },
          { heading: '发起时', width: 30 },
        ],
        rows: papers.map(({ code, words, asked }) => [
          words,
          asked.map(({ chip }) => chip).join('；'),
          (form.papers as readonly string[]).includes(code) ? '已备' : '未备',
        ]),
      },
    ],
    signers: ['监护人', '转入学校经办人', '转入学校主管领导'],
  };
}

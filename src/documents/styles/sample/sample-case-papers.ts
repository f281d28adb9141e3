/** 样例文书: an application, a notice of decision, and the papers that go along with a file, about invented people. Pure. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { CasePaper } from '../../case-papers/case-paper.ts';
import { writtenDate } from '../../print-mark.ts';
import { samplePerson, sampleSchool } from './sample-person.ts';

type Id = 'application' | 'notice' | 'file-receipt' | 'send-list';

/** The paper as its kind has it. */
export function sampleCasePaper(id: Id, number: number, on: CivilDate): CasePaper {
  const { name, registrationNumber } = samplePerson(number);
  const { schoolName, authority } = sampleSchool(number);
  const from = sampleSchool(number + 1).schoolName;
  const caseNumber = `2026-转-${String(118 + number).padStart(6, '0')}`;
  const facts: CasePaper['facts'] = [
    [`办件编号：${caseNumber}`, `申请日期：${writtenDate(on)}`],
    [`申请单位：${schoolName}`, `适用${writtenDate(on)}有效的法规`],
  ];
  const centre = (heading: string, width: number) => ({ heading, width, align: 'center' });
  const left = (heading: string, width: number) => ({ heading, width, align: 'left' });
  switch (id) {
    case 'application':
      return {
        ...{ title: '转学申请表', annex: '', facts, seal: schoolName, signers: ['监护人', '转出学校', '转入学校'] },
        fields: [
          ['申请事项', `${name}转入${schoolName}`],
          ['学籍号', registrationNumber],
          ['转出学校', from],
          ['转学原因', `随监护人迁居样例路${number}号`],
        ],
        lists: [],
        words: [{ heading: '所附材料', lines: [`1. 居民户口簿（${2 + (number % 5)}页）`, '2. 房产证明（1页）'] }],
      };
    case 'notice':
      return {
        ...{ title: '办理决定通知书', facts, seal: authority, signers: [] },
        fields: [
          ['办理事项', `转学：${name}转入${schoolName}`],
          ['决定', '同意转入'],
          ['决定机关', authority],
          ['决定日期', writtenDate(on)],
        ],
        lists: [
          {
            title: '各方办理',
            columns: [left('环节', 46), left('单位', 72), centre('结果', 32), centre('日期', 28)],
            rows: [
              ['转入学校申请', schoolName, '提交', on],
              ['转出学校核办', from, '同意', on],
              ['学籍主管部门核办', authority, '同意', on],
            ],
          },
        ],
        words: [
          { heading: '法规依据', lines: [`1. 样例规定第${number + 1}条，符合转学条件`] },
          { heading: '异议', lines: [`对本决定有异议的，可以持本通知书请${authority}核查。`] },
        ],
      };
    case 'file-receipt':
      return {
        ...{ title: '学籍档案转接回执', facts, seal: schoolName, signers: ['转出经办人', '签收人'] },
        fields: [
          ['办理事项', `${name}的学籍档案`],
          ['转出日期', `${on}，经办人${samplePerson(number + 5).name}`],
          ['转递方式', `挂号信，${20260000 + number}`],
          ['页数', `共${20 + (number % 30)}页`],
        ],
        lists: [
          {
            title: '档案内容',
            columns: [centre('序号', 18), left('内容', 120), centre('核对', 40)],
            rows: [
              ['1', '学生基础信息及信息变动情况', '已收'],
              ['2', '学籍信息证明材料', '已收'],
            ],
          },
        ],
        words: [],
      };
    case 'send-list':
      return {
        title: '学籍档案转出清单',
        facts: [
          [`转出学校：${from}`, `转入学校：${schoolName}`],
          [`转出日期：${writtenDate(on)}`, '共1份'],
        ],
        fields: [],
        lists: [
          {
            title: '档案',
            columns: [
              ...[centre('序号', 12), left('学生与去向', 74), centre('页数', 14)],
              ...[left('转递方式', 50), centre('核对', 28)],
            ],
            rows: [['1', `${name}转入${schoolName}`, String(20 + (number % 30)), `挂号信，${20260000 + number}`, '']],
          },
        ],
        ...{ words: [], signers: ['转出经办人', '签收人'], seal: from },
      };
  }
}

/** 学校文本 篇六 离校: loss and return, retention and skipping; what it says of withdrawal and death does not count. */
import { cite, type Instrument, type PackPart } from '../../../../src/policy/index.ts';
import { gradeChangeFiled } from './grade-change-filed.ts';
import { lossFiled, returnAfterLoss } from './loss.ts';

const KEPT = '义务教育法·第十一条规定适龄儿童少年应当完成义务教育；流失只作辍学登记，不注销学籍';

export const departure = (text: Instrument): PackPart => ({
  rules: [
    lossFiled(cite(text, '第七条', 'S6-7.1')),
    returnAfterLoss(cite(text, '第十四条', 'S6-14.1')),
    gradeChangeFiled(cite(text, '第十三条', 'S6-13.1')),
  ],
  notApplied: [
    {
      question: 'withdrawal',
      basis: cite(text, '第十二条', 'S6-12.1'),
      says: '退学按流失处理',
      because: KEPT,
      conflict: 'C38',
    },
    {
      question: 'dropout-registration',
      basis: cite(text, '第七条', 'S6-7.1'),
      says: '流失经审核后自动生效，学生不再在读',
      because: KEPT,
      conflict: 'C41',
    },
    {
      question: 'death',
      basis: cite(text, '第十六条', 'S6-16.1'),
      says: '学生死亡只在流失栏注明，不限期',
      because: '山西·第三十二条、四川·第四十五条都规定凭证明在10个工作日内注销学籍；未录入省级规定的地方照此掌握',
      conflict: 'C54',
    },
  ],
});

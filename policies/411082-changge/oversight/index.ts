/** 长葛 监管: the bureau over its schools, eight breaches, written approval, a review each term. */
import { cite, type Duty, duty, type PackPart, type PartyName, setting } from '../../../src/policy/index.ts';
import { schoolBreach } from '../../000000-national/oversight/breaches/school-breach.ts';
import { writtenApproval } from '../../000000-national/oversight/confidentiality/written-approval.ts';
import { supervisingAuthority } from '../../000000-national/oversight/institutions/supervising-authority.ts';
import { termReview } from '../../000000-national/oversight/reviews/term-review.ts';
import { provisions } from '../instruments.ts';

const standing = (holder: PartyName, article: string, clause: string, id: string, title: string): Duty =>
  duty({ id, title, basis: cite(provisions, article, clause), holder, rhythm: { kind: 'STANDING' } });

const BREACH_CLAUSES = ['CG-5.6', ...[1, 2, 3, 4, 5, 6, 7, 8].map((item) => `CG-5.6.${item}`)];

export const oversight: PackPart = {
  rules: [
    writtenApproval(cite(provisions, '五', 'CG-5.3')),
    termReview(cite(provisions, '五', 'CG-5.5'), ['SCHOOL']),
    schoolBreach(cite(provisions, '五', ...BREACH_CLAUSES), {
      NO_FILE: '第五部分第1项',
      FALSE_DATA: '第五部分第2项',
      LATE_CHANGE: '第五部分第3项',
      LATE_DROPOUT: '第五部分第4项',
      NO_TRANSFER: '第五部分第5项',
      NO_HAND_OVER: '第五部分第6项',
      LEAK: '第五部分第7项',
      OTHER: '第五部分第8项',
    }),
  ],
  settings: [
    setting(
      supervisingAuthority,
      { levels: ['COUNTY', 'CITY', 'PROVINCE'] },
      cite(provisions, '一', 'CG-1.1', 'CG-1.2', 'CG-0.2'),
    ),
  ],
  duties: [
    standing('COUNTY', '一', 'CG-1.2', 'help-above', '配合省、市指导省、市直管学校的学籍管理'),
    standing('COUNTY', '一', 'CG-1.3', 'managed-in-system', '应用电子学籍系统进行学籍管理'),
    standing('COUNTY', '一', 'CG-1.4', 'county-urging', '督促学校做好学籍日常管理'),
    standing('SCHOOL', '一', 'CG-1.5', 'school-information', '收集、汇总、校验、上报学籍信息'),
    standing('SCHOOL', '一', 'CG-1.6', 'school-daily-work', '应用系统开展日常管理，信息真实、准确、完整'),
    standing('AUTHORITY', '五', 'CG-5.2', 'confidentiality', '建立严格的保密制度，严防学籍信息外泄和滥用'),
    standing('SCHOOL', '五', 'CG-5.4', 'in-charge-responsible', '谁主管谁负责，完成学籍管理各项任务'),
  ],
};

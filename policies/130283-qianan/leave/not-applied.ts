/** 迁安 未适用: guest study in place of a registration, and a share of the grade that would refuse the ill. */
import { cite, type NotApplied } from '../../../src/policy/index.ts';
import { system } from '../instruments.ts';

export const notApplied: readonly NotApplied[] = [
  {
    question: 'guest-study',
    basis: cite(system, '二、（三）', 'S5-2.3.1'),
    says: '符合条件的外来务工人员子女，安排在指定学校借读',
    because: '国家·第六条规定一人一籍、籍随人走；随迁子女在就读学校建正式学籍或办理转学，同等对待',
    conflict: 'C23',
  },
  {
    question: 'guest-study',
    basis: cite(system, '二、（三）1', 'S5-2.3.2'),
    says: '凭暂住证和就业证明或营业执照入学，学校建立借读学籍并报教育科',
    because: '国家·第六条规定不得重复建立学籍；借读只登记造册，学籍仍在原学校',
    conflict: 'C21',
  },
  {
    question: 'leave',
    basis: cite(system, '二、（四）', 'S5-2.4.6'),
    says: '休学学生一般不超过同年级的百分之三',
    because: '迁安·二、（四）准许确因伤病、材料齐全的学生休学，不因人数满额而不准；比例只作提醒',
    conflict: 'C30',
  },
];

/** 未适用的转入门槛: what the school would test, look at or try out before it takes a child, and why none of it counts. */
import { cite, type Instrument, type NotApplied } from '../../../src/policy/index.ts';

export const refusedScreens = (text: Instrument): readonly NotApplied[] => [
  {
    question: 'transfer-refusal',
    basis: cite(text, '三、1(1)', 'S3-3.1.1'),
    says: '转入须先经学校考核合格，再向教育股申请',
    because: '义务教育法·第十二条规定免试就近入学：学校不设考核，由转入学校发起转学',
    conflict: 'C04',
  },
  {
    question: 'transfer-refusal',
    basis: cite(text, '三、1(2)', 'S3-3.1.2'),
    says: '品德表现不好的不接收，着装不合的改正后入学',
    because: '义务教育法·第十二条规定免试就近入学：品德和着装不是拒收的理由，入学后教育',
    conflict: 'C04',
  },
  {
    question: 'transfer-refusal',
    basis: cite(text, '三、1(3)', 'S3-3.1.3'),
    says: '开学两天内入学考试，合格的录为试读生',
    because: '义务教育法·第十二条规定免试就近入学：不组织入学考试，也没有试读生',
    conflict: 'C04',
  },
  {
    question: 'transfer-refusal',
    basis: cite(text, '三、1(4)', 'S3-3.1.4'),
    says: '试读一个月，严重违纪的劝退',
    because: '国家·第六条规定籍随人走，义务教育法·第二十七条规定不得开除学生：没有试读期，不得劝退',
    conflict: 'C05',
  },
  {
    question: 'intake',
    basis: cite(text, '三、1(5)', 'S3-3.1.5'),
    says: '试读期满才办理学籍',
    because: '国家·第六条规定籍随人走：接收就读即办转学，不等试读',
    conflict: 'C05',
  },
  {
    question: 'transfer-refusal',
    basis: cite(text, '三、1(6)', 'S3-3.1.6'),
    says: '在原校休学或留级过的、手续或档案不全的不接收',
    because: '国家·第六条规定籍随人走：学籍和档案问题不是拒收的理由，接收后限期补办',
    conflict: 'C06',
  },
  {
    question: 'transfer-refusal',
    basis: cite(text, '一', 'S3-1.0.3'),
    says: '发现不符合入学条件的，取消学籍',
    because: '国家·第六条规定籍随人走：义务教育阶段不以取消学籍作处罚，转到应就读的学校',
    conflict: 'C18',
  },
];

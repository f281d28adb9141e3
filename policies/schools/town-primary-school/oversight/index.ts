/** 学校文本 篇六 监管: one account for one person, two sign-ins a week, checks by the city. */
import { cite, duty, type Instrument, type PackPart } from '../../../../src/policy/index.ts';
import { ownAccount } from './own-account.ts';
import { weeklySignIn } from './weekly-sign-in.ts';

export const oversight = (text: Instrument): PackPart => ({
  rules: [ownAccount(cite(text, '第二十八条', 'S6-28.1')), weeklySignIn(cite(text, '第三十条', 'S6-30.1'))],
  duties: [
    duty({
      id: 'managers-named',
      title: '指定系统管理人员，配备设施，完善制度',
      basis: cite(text, '第二十六条', 'S6-26.1'),
      holder: 'AUTHORITY',
      rhythm: { kind: 'STANDING' },
    }),
    duty({
      id: 'county-signs-in',
      title: '登录系统，查看并审核学校的申请',
      basis: cite(text, '第三十条', 'S6-30.1'),
      holder: 'COUNTY',
      rhythm: { kind: 'EVERY', period: 'WEEK', times: 2 },
    }),
    duty({
      id: 'city-inspects',
      title: '不定期检查各地各校系统使用情况，全市通报',
      basis: cite(text, '第三十一条', 'S6-31.1'),
      holder: 'CITY',
      rhythm: { kind: 'STANDING' },
    }),
  ],
});

/** 学校文本 篇一、篇二 奖惩: what the principles ask of rewards, discipline and electives. */
import { cite, duty, type Instrument, type PackPart } from '../../../src/policy/index.ts';

export const conduct = (text: Instrument): PackPart => ({
  duties: [
    duty({
      id: 'electives-offered',
      title: '按学生兴趣和能力提供选修课程',
      basis: cite(text, '序', `${text.id}-2.3`),
      holder: 'SCHOOL',
      rhythm: { kind: 'STANDING' },
    }),
    duty({
      id: 'fair-rewards-and-discipline',
      title: '奖惩公正公平，注重教育引导',
      basis: cite(text, '序', `${text.id}-2.4`),
      holder: 'SCHOOL',
      rhythm: { kind: 'STANDING' },
    }),
  ],
});

/** 学校文本 篇一、篇二 档案: what the principles ask of student files. */
import { cite, duty, type Instrument, type PackPart } from '../../../src/policy/index.ts';

export const file = (text: Instrument): PackPart => ({
  duties: [
    duty({
      id: 'student-files-kept',
      title: '建立健全学生档案，全面管理学生个人信息',
      basis: cite(text, '序', `${text.id}-2.1`),
      holder: 'SCHOOL',
      rhythm: { kind: 'STANDING' },
    }),
  ],
});

/** 学校文本 篇六 建籍: what the text says of registering. */
import { cite, duty, type Instrument, type PackPart, setting, withoutEffect } from '../../../src/policy/index.ts';
import { lastingNumber } from '../../000000-national/registration/lasting-number.ts';
import { photoNeeded } from '../../000000-national/registration/photo-needed.ts';
import { registrationNumber } from '../../000000-national/registration/registration-number.ts';
import { registrationPapers } from '../../000000-national/registration/registration-papers.ts';

export const registration = (text: Instrument): PackPart => ({
  rules: [photoNeeded(cite(text, '第五条f', 'S6-5.f')), lastingNumber(cite(text, '第五条a', 'S6-5.a'), 'SYSTEM')],
  settings: [
    setting(registrationPapers, { guardians: 1 }, cite(text, '第五条e', 'S6-5.e')),
    withoutEffect(
      setting(registrationNumber, { issuedBy: '学校学籍软件' }, cite(text, '第五条a', 'S6-5.a')),
      '国家·第五条规定学籍号由全国学籍系统编制；学校软件的学生编码只作地方辅号',
    ),
  ],
  duties: [
    duty({
      id: 'create-class-groups-and-files',
      title: '用统一的电子学籍系统建立班级和学生学籍档案',
      basis: cite(text, '第三条', 'S6-3.1'),
      holder: 'SCHOOL',
      rhythm: { kind: 'AFTER', event: '小学新生入学' },
    }),
    duty({
      id: 'create-all-files',
      title: '为全部就读新生建立基本信息档案',
      basis: cite(text, '第五条', 'S6-5.0'),
      holder: 'SCHOOL',
      rhythm: { kind: 'AFTER', event: '小学新生入学' },
    }),
  ],
});

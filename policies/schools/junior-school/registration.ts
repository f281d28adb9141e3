/** 学校文本 篇三 建籍: what the text says of registering. */
import { cite, duty, type Instrument, type PackPart, setting, withoutEffect } from '../../../src/policy/index.ts';
import { lastingNumber } from '../../000000-national/registration/lasting-number.ts';
import { oneRegistration } from '../../000000-national/registration/one-registration.ts';
import { registrationNumber } from '../../000000-national/registration/registration-number.ts';
import { trueInformation } from '../../000000-national/registration/true-information.ts';
import { cardInCopies, rosterInCopies } from './registration-copies.ts';

export const registration = (text: Instrument): PackPart => ({
  rules: [
    lastingNumber(cite(text, '一、2', 'S3-1.2.2', 'S3-1.2.1'), 'SCHOOL'),
    rosterInCopies(cite(text, '一、3', 'S3-1.3')),
    cardInCopies(cite(text, '一、4', 'S3-1.4.1')),
  ],
  settings: [
    setting(oneRegistration, { live: 1 }, cite(text, '一、4', 'S3-1.4.2')),
    setting(trueInformation, { differencesBorne: 0 }, cite(text, '二、1', 'S3-2.1.2')),
    withoutEffect(
      setting(registrationNumber, { issuedBy: '学校教导处' }, cite(text, '一、2', 'S3-1.2.1')),
      '国家·第五条规定学籍号由全国学籍系统编制；教导处只编校内学号',
    ),
    withoutEffect(
      setting(oneRegistration, { live: 2 }, cite(text, '三、3(2)', 'S3-3.3.2')),
      '国家·第六条规定不得重复建立学籍；借读只作借读记录，不建临时学籍',
    ),
  ],
  notApplied: [
    {
      question: 'build-file',
      basis: cite(text, '二、1', 'S3-2.1.3'),
      says: '没有档案的，不承认学籍，不发毕业证书，不准报考上级学校',
      because: '国家·第七条规定学校在学生入学1个月内建立学籍档案；没有建档由学校补建，不影响学生的学籍、毕业和报考',
      conflict: 'C06',
    },
  ],
  duties: [
    duty({
      id: 'hand-over-roster',
      title: '班主任变动时移交新生花名册',
      basis: cite(text, '一、3', 'S3-1.3'),
      holder: 'CLASS_TEACHER',
      rhythm: { kind: 'AFTER', event: '班主任变动' },
    }),
  ],
});

/** 学校文本 篇三 建籍: what the text says of registering. */
import { cite, type Instrument, type PackPart, setting, withoutEffect } from '../../../src/policy/index.ts';
import { oneRegistration } from '../../000000-national/registration/one-registration.ts';
import { registrationNumber } from '../../000000-national/registration/registration-number.ts';
import { trueInformation } from '../../000000-national/registration/true-information.ts';

export const registration = (text: Instrument): PackPart => ({
  settings: [
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
});

/** 学校文本 篇四 建籍: what the text says of registering. */
import { cite, type Instrument, type PackPart, setting, withoutEffect } from '../../../src/policy/index.ts';
import { oneRegistration } from '../../000000-national/registration/one-registration.ts';
import { registrationNumber } from '../../000000-national/registration/registration-number.ts';
import { districtClassSize } from './district-class-size.ts';
import { stampedRegistration } from './stamped-registration.ts';

export const registration = (text: Instrument): PackPart => ({
  rules: [districtClassSize(cite(text, '六', 'S4-6.1')), stampedRegistration(cite(text, '一', 'S4-1.3'))],
  settings: [
    withoutEffect(
      setting(registrationNumber, { issuedBy: '学校' }, cite(text, '一', 'S4-1.3')),
      '国家·第五条规定学籍号由全国学籍系统编制；统编学号只作校内学号',
    ),
    withoutEffect(
      setting(oneRegistration, { live: 2 }, cite(text, '三', 'S4-3.3')),
      '国家·第六条规定不得重复建立学籍；暂读只作借读记录，不另建学籍档案',
    ),
  ],
});

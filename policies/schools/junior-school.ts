/** 学校文本 篇三: a district's junior school; what its text says of registration goes against the law above it. */
import { civilDate } from '../../src/kernel/civil-date.ts';
import { cite, type Instrument, type Pack, pack, setting, withoutEffect } from '../../src/policy/index.ts';
import { oneRegistration } from '../000000-national/registration/one-registration.ts';
import { registrationNumber } from '../000000-national/registration/registration-number.ts';
import { trueInformation } from '../000000-national/registration/true-information.ts';
import type { SchoolOf } from './school.ts';

/** The fifth level for a school that works by this text. */
export function juniorSchool({ schoolCode, placeCode }: SchoolOf): Pack {
  const rules: Instrument = {
    id: 'S3',
    title: '学校学生学籍管理办法（初中）',
    short: '本校',
    issuer: '学校',
    placeCode,
    inForce: { from: civilDate('2016-09-05') },
    note: '校级文本，日期未载，按公开日期2016年9月5日计',
  };
  return pack({
    placeCode: schoolCode,
    instruments: [rules],
    rules: [],
    settings: [
      setting(trueInformation, { differencesBorne: 0 }, cite(rules, '二、1', 'S3-2.1.2')),
      withoutEffect(
        setting(registrationNumber, { issuedBy: '学校教导处' }, cite(rules, '一、2', 'S3-1.2.1')),
        '国家·第五条规定学籍号由全国学籍系统编制；教导处只编校内学号',
      ),
      withoutEffect(
        setting(oneRegistration, { live: 2 }, cite(rules, '三、3(2)', 'S3-3.3.2')),
        '国家·第六条规定不得重复建立学籍；借读只作借读记录，不建临时学籍',
      ),
    ],
  });
}

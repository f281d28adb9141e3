/** 学校文本 篇四: an ordinary junior school whose class size follows its district's rule. */
import { civilDate } from '../../src/kernel/civil-date.ts';
import { cite, type Instrument, type Pack, pack, setting, withoutEffect } from '../../src/policy/index.ts';
import { oneRegistration } from '../000000-national/registration/one-registration.ts';
import { registrationNumber } from '../000000-national/registration/registration-number.ts';
import { districtClassSize } from './district-class-size.ts';
import type { SchoolOf } from './school.ts';

/** The fifth level for a school that works by this text. */
export function ordinaryJuniorSchool({ schoolCode, placeCode }: SchoolOf): Pack {
  const rules: Instrument = {
    id: 'S4',
    title: '普通初中学籍管理暂行规定',
    short: '本校',
    issuer: '学校',
    placeCode,
    inForce: { from: civilDate('2016-09-05') },
    note: '校级文本，日期未载，按公开日期2016年9月5日计',
  };
  return pack({
    placeCode: schoolCode,
    instruments: [rules],
    rules: [districtClassSize(cite(rules, '六', 'S4-6.1'))],
    settings: [
      withoutEffect(
        setting(registrationNumber, { issuedBy: '学校' }, cite(rules, '一', 'S4-1.3')),
        '国家·第五条规定学籍号由全国学籍系统编制；统编学号只作校内学号',
      ),
      withoutEffect(
        setting(oneRegistration, { live: 2 }, cite(rules, '三', 'S4-3.3')),
        '国家·第六条规定不得重复建立学籍；暂读只作借读记录，不另建学籍档案',
      ),
    ],
  });
}

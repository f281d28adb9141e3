/** 学校文本 篇六: a town's central primary school and its electronic registry. */
import { civilDate } from '../../src/kernel/civil-date.ts';
import { cite, type Instrument, type Pack, pack, setting, withoutEffect } from '../../src/policy/index.ts';
import { photoNeeded } from '../000000-national/registration/photo-needed.ts';
import { registrationNumber } from '../000000-national/registration/registration-number.ts';
import { registrationPapers } from '../000000-national/registration/registration-papers.ts';
import type { SchoolOf } from './school.ts';

/** The fifth level for a school that works by this text. */
export function townPrimarySchool({ schoolCode, placeCode }: SchoolOf): Pack {
  const rules: Instrument = {
    id: 'S6',
    title: '水沟镇中心小学学生电子学籍管理规定',
    short: '水沟镇中心小学',
    issuer: '水沟镇中心小学',
    placeCode,
    inForce: { from: civilDate('2016-09-05') },
    note: '校级文本，日期未载，按公开日期2016年9月5日计；原文缺第十条、第十八条、第二十七条',
  };
  return pack({
    placeCode: schoolCode,
    instruments: [rules],
    rules: [photoNeeded(cite(rules, '第五条f', 'S6-5.f'))],
    settings: [
      setting(registrationPapers, { guardians: 1 }, cite(rules, '第五条e', 'S6-5.e')),
      withoutEffect(
        setting(registrationNumber, { issuedBy: '学校学籍软件' }, cite(rules, '第五条a', 'S6-5.a')),
        '国家·第五条规定学籍号由全国学籍系统编制；学校软件的学生编码只作地方辅号',
      ),
    ],
  });
}

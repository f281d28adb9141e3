/** 学校文本 篇六: a town's central primary school and its electronic registry. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { type Instrument, type Pack, pack } from '../../../src/policy/index.ts';
import type { SchoolOf } from '../school.ts';
import { admission } from './admission/index.ts';
import { departure } from './departure/index.ts';
import { file } from './file/index.ts';
import { graduation } from './graduation.ts';
import { leave } from './leave/index.ts';
import { oversight } from './oversight/index.ts';
import { registration } from './registration.ts';
import { transfer } from './transfer.ts';

/** The fifth level for a school that works by this text. */
export function townPrimarySchool({ schoolCode, placeCode }: SchoolOf): Pack {
  const text: Instrument = {
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
    instruments: [text],
    parts: [
      admission(text),
      registration(text),
      file(text),
      departure(text),
      graduation(text),
      transfer(text),
      oversight(text),
      leave(text),
    ],
  });
}

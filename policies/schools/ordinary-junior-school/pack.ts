/** 学校文本 篇四: an ordinary junior school whose class size follows its district's rule. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { type Instrument, type Pack, pack } from '../../../src/policy/index.ts';
import type { SchoolOf } from '../school.ts';
import { admission } from './admission/index.ts';
import { departure } from './departure/index.ts';
import { file } from './file/index.ts';
import { graduation } from './graduation/index.ts';
import { leave } from './leave/index.ts';
import { registration } from './registration.ts';
import { transfer } from './transfer.ts';

/** The fifth level for a school that works by this text. */
export function ordinaryJuniorSchool({ schoolCode, placeCode }: SchoolOf): Pack {
  const text: Instrument = {
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
    instruments: [text],
    parts: [
      admission(text),
      registration(text),
      file(text),
      departure(text),
      graduation(text),
      transfer(text),
      leave(text),
    ],
  });
}

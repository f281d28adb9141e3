/** 学校文本 篇一、篇二: two texts of principles, the same in what they ask; they name duties and no terms. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { type Instrument, type Pack, pack } from '../../../src/policy/index.ts';
import type { SchoolOf } from '../school.ts';
import { conduct } from './conduct.ts';
import { file } from './file.ts';
import { oversight } from './oversight.ts';

const principles =
  (id: 'S1' | 'S2', title: string) =>
  ({ schoolCode, placeCode }: SchoolOf): Pack => {
    const text: Instrument = {
      id,
      title,
      short: '本校',
      issuer: '学校',
      placeCode,
      inForce: { from: civilDate('2016-09-05') },
      note: '校级原则文本，日期未载，按公开日期2016年9月5日计；只写原则，不设期限和条件',
    };
    return pack({
      placeCode: schoolCode,
      instruments: [text],
      parts: [conduct(text), file(text), oversight(text)],
    });
  };

/** The fifth level for a school that works by the first of the two texts. */
export const firstPrinciples = principles('S1', '学校学生学籍管理制度（原则之一）');

/** The fifth level for a school that works by the second. */
export const secondPrinciples = principles('S2', '学校学生学籍管理制度（原则之二）');

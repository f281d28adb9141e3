/** 迁安法规文本. */
import { civilDate } from '../../src/kernel/civil-date.ts';
import type { Instrument } from '../../src/policy/index.ts';

export const system: Instrument = {
  id: 'S5',
  title: '迁安市小学学籍管理制度',
  short: '迁安',
  issuer: '迁安市教育局',
  placeCode: '130283',
  inForce: { from: civilDate('2016-09-05') },
  note: '原文未载标题、文号和日期，标题为拟定，按公开日期2016年9月5日计',
};

/** 四川法规文本. */
import { civilDate } from '../../src/kernel/civil-date.ts';
import type { Instrument } from '../../src/policy/index.ts';

export const measures: Instrument = {
  id: 'SC',
  title: '四川省中小学生学籍管理办法',
  short: '四川',
  issuer: '四川省教育厅',
  placeCode: '510000',
  inForce: { from: civilDate('2017-12-31') },
  note: '原文施行日期为“2017年XX月XX日”，按该年末计；附件未录入',
};

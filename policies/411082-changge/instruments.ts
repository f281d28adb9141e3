/** 长葛法规文本. */
import { civilDate } from '../../src/kernel/civil-date.ts';
import type { Instrument } from '../../src/policy/index.ts';

export const provisions: Instrument = {
  id: 'CG',
  title: '长葛市中小学生学籍管理补充规定',
  short: '长葛',
  issuer: '长葛市教育体育局',
  placeCode: '411082',
  inForce: { from: civilDate('2019-12-09') },
  note: '施行日期未另载，按印发日期2019年12月9日计；规范义务教育阶段',
};

/** 山西法规文本. */
import { civilDate } from '../../src/kernel/civil-date.ts';
import type { Instrument } from '../../src/policy/index.ts';

export const rules: Instrument = {
  id: 'SX',
  title: '山西省中小学生学籍管理实施细则',
  short: '山西',
  issuer: '山西省教育厅',
  placeCode: '140000',
  inForce: { from: civilDate('2023-08-15') },
  note: '原文未载文号和施行日期，按可查的公开日期2023年8月15日计；第二十六条所引“第十六条”系第十三条之误，附件未录入',
};

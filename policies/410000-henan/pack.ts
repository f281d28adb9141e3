/** 河南: the provincial text is named by the county's, but is not transcribed; the nation's rules hold until it is. */
import { civilDate } from '../../src/kernel/civil-date.ts';
import { type Instrument, pack } from '../../src/policy/index.ts';

const rules: Instrument = {
  id: 'HA',
  title: '河南省义务教育学生学籍管理实施细则（试行）（教基一〔2014〕310号）',
  short: '河南',
  issuer: '河南省教育厅',
  placeCode: '410000',
  inForce: { from: civilDate('2014-12-31') },
  note: '文本未录入，不据以核对；文号所示年份为2014年，日期未载，按该年末计',
};

export const henan = pack({ placeCode: '410000', instruments: [rules], rules: [], settings: [] });

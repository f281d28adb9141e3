/** 唐山: its texts are named by the county's without titles, and are not transcribed. */
import { civilDate } from '../../src/kernel/civil-date.ts';
import { type Instrument, pack } from '../../src/policy/index.ts';

const documents: Instrument = {
  id: 'TS',
  title: '唐山市教育部门有关学籍管理的政策性文件',
  short: '唐山',
  issuer: '唐山市教育局',
  placeCode: '130200',
  inForce: { from: civilDate('2016-09-05') },
  note: '标题、文号、日期未载，文本未录入，不据以核对；按引用它的文本的公开日期2016年9月5日计',
};

export const tangshan = pack({ placeCode: '130200', instruments: [documents], rules: [], settings: [] });

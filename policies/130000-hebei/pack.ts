/** 河北: the provincial text is named by the county's, but is not transcribed; the nation's rules hold until it is. */
import { civilDate } from '../../src/kernel/civil-date.ts';
import { type Instrument, pack } from '../../src/policy/index.ts';

const numbering: Instrument = {
  id: 'HE',
  title: '河北省义务教育阶段学生学籍号码编制使用细则',
  short: '河北',
  issuer: '河北省教育厅',
  placeCode: '130000',
  inForce: { from: civilDate('2016-09-05') },
  note: '文本未录入，不据以核对；日期未载，按引用它的文本的公开日期2016年9月5日计',
};

export const hebei = pack({ placeCode: '130000', instruments: [numbering], rules: [], settings: [] });

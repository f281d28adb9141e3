/** 迁安: registration and rosters of primary schools. */
import { cite, pack } from '../../src/policy/index.ts';
import { rosterByDay } from '../000000-national/registration/roster-by-day.ts';
import { buildFileInSeptember } from './build-file-in-september.ts';
import { system } from './instruments.ts';
import { settings } from './settings.ts';

export const qianan = pack({
  placeCode: '130283',
  instruments: [system],
  rules: [buildFileInSeptember, rosterByDay(cite(system, '三、2', 'S5-3.2.1'), ['PRIMARY', 'JUNIOR'], '09-30')],
  settings,
});

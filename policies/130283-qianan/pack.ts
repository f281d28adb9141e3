/** 迁安: what the city's system for primary and junior schools says, by subject. */
import { pack } from '../../src/policy/index.ts';
import { admission } from './admission/index.ts';
import { system } from './instruments.ts';
import { leave } from './leave/index.ts';
import { oversight } from './oversight/index.ts';
import { registration } from './registration/index.ts';
import { transfer } from './transfer/index.ts';

export const qianan = pack({
  placeCode: '130283',
  instruments: [system],
  parts: [admission, registration, transfer, oversight, leave],
});

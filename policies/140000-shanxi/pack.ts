/** 山西: what the province's rules say, by subject. */
import { pack } from '../../src/policy/index.ts';
import { admission } from './admission/index.ts';
import { conduct } from './conduct/index.ts';
import { departure } from './departure/index.ts';
import { file } from './file/index.ts';
import { graduation } from './graduation/index.ts';
import { rules } from './instruments.ts';
import { leave } from './leave/index.ts';
import { oversight } from './oversight/index.ts';
import { registration } from './registration/index.ts';
import { transfer } from './transfer/index.ts';

export const shanxi = pack({
  placeCode: '140000',
  instruments: [rules],
  parts: [admission, registration, conduct, departure, file, graduation, leave, transfer, oversight],
});

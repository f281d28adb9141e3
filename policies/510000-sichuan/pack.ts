/** 四川: what the province's measures say, by subject. */
import { pack } from '../../src/policy/index.ts';
import { admission } from './admission/index.ts';
import { conduct } from './conduct/index.ts';
import { departure } from './departure/index.ts';
import { file } from './file/index.ts';
import { graduation } from './graduation/index.ts';
import { measures } from './instruments.ts';
import { leave } from './leave/index.ts';
import { oversight } from './oversight/index.ts';
import { registration } from './registration/index.ts';
import { transfer } from './transfer/index.ts';

export const sichuan = pack({
  placeCode: '510000',
  instruments: [measures],
  parts: [admission, registration, conduct, file, departure, graduation, transfer, leave, oversight],
});

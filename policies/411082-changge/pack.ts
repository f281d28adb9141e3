/** 长葛: what the city's provisions for compulsory education say, by subject. */
import { pack } from '../../src/policy/index.ts';
import { admission } from './admission/index.ts';
import { conduct } from './conduct/index.ts';
import { departure } from './departure/index.ts';
import { file } from './file/index.ts';
import { provisions } from './instruments.ts';
import { leave } from './leave/index.ts';
import { oversight } from './oversight/index.ts';
import { registration } from './registration/index.ts';
import { transfer } from './transfer/index.ts';

export const changge = pack({
  placeCode: '411082',
  instruments: [provisions],
  parts: [admission, registration, conduct, file, departure, transfer, leave, oversight],
});

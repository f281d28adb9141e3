/** 国家: what holds everywhere, by subject. */
import { pack } from '../../src/policy/index.ts';
import { admission } from './admission/index.ts';
import { conduct } from './conduct/index.ts';
import { departure } from './departure/index.ts';
import { file } from './file/index.ts';
import { compulsoryEducationLaw, measures, revision } from './instruments.ts';
import { leave } from './leave/index.ts';
import { oversight } from './oversight/index.ts';
import { registration } from './registration/index.ts';
import { transfer } from './transfer/index.ts';

export const national = pack({
  placeCode: '000000',
  instruments: [measures, revision, compulsoryEducationLaw],
  parts: [admission, registration, conduct, departure, file, leave, oversight, transfer],
});

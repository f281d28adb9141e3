/** 山西: registration, class groups and rosters. */
import { cite, pack } from '../../src/policy/index.ts';
import { photoNeeded } from '../000000-national/registration/photo-needed.ts';
import { classPlacement } from './class-placement.ts';
import { classSize } from './class-size.ts';
import { countyReview } from './county-review.ts';
import { rules } from './instruments.ts';
import { registrationSignature } from './registration-signature.ts';
import { rosterConfirmation } from './roster-confirmation.ts';
import { settings } from './settings.ts';

export const shanxi = pack({
  placeCode: '140000',
  instruments: [rules],
  rules: [
    ...[registrationSignature, photoNeeded(cite(rules, '第十一条', 'SX-11.4.3a'))],
    ...[countyReview, classSize, classPlacement, rosterConfirmation],
  ],
  settings,
});

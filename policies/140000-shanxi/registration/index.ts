/** 山西 建籍: signatures and reviews, class groups, rosters, and parameters of registration. */
import { cite, type PackPart } from '../../../src/policy/index.ts';
import { photoNeeded } from '../../000000-national/registration/photo-needed.ts';
import { rules } from '../instruments.ts';
import { classPlacement } from './class-placement.ts';
import { classSize } from './class-size.ts';
import { countyReview } from './county-review.ts';
import { registrationSignature } from './registration-signature.ts';
import { rosterConfirmation } from './roster-confirmation.ts';
import { settings } from './settings.ts';

export const registration: PackPart = {
  rules: [
    ...[registrationSignature, photoNeeded(cite(rules, '第十一条', 'SX-11.4.3a'))],
    ...[countyReview, classSize, classPlacement, rosterConfirmation],
  ],
  settings,
};

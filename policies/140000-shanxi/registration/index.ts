/** 山西 建籍: signatures and reviews, class groups, rosters, and parameters of registration. */
import { cite, duty, type PackPart } from '../../../src/policy/index.ts';
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
  duties: [
    duty({
      id: 'approve-school-year',
      title: '核准本学年全部学籍',
      basis: cite(rules, '第十二条', 'SX-12.8'),
      holder: 'AUTHORITY',
      rhythm: { kind: 'AFTER', event: '学年开学', within: { months: 1 } },
    }),
  ],
};

/**
 * 入学注册（县级审核）: where the county reviews and another authority decides: Shanxi's senior and city-run schools
 * (山西·第十一条、第三条). Whether it is needed is asked of the law: question registration-review.
 */
import { workflow } from '../../../../src/workflow/index.ts';
import {
  approveBy,
  handIn,
  REGISTRATION,
  refuseBy,
  returnBy,
  SCHOOL_AND_ENDS,
  SCHOOL_ON_TRACK,
  TAKE_BACK,
  waitingFor,
} from './registration-steps.ts';

/** The county passes it on or returns it; only the supervising authority may refuse a child. */
export const registrationReviewed = workflow({
  ...REGISTRATION,
  id: 'registration-reviewed',
  states: {
    ...SCHOOL_AND_ENDS,
    WITH_REVIEWER: waitingFor('reviewer', '待县级审核'),
    WITH_AUTHORITY: waitingFor('authority', '待学籍主管部门核办'),
  },
  steps: {
    PREPARING: handIn('WITH_REVIEWER'),
    RETURNED: handIn('WITH_REVIEWER'),
    WITH_REVIEWER: {
      ...approveBy('reviewer', 'WITH_AUTHORITY', '审核通过'),
      ...returnBy('reviewer'),
      ...TAKE_BACK,
    },
    WITH_AUTHORITY: {
      ...approveBy('authority', 'COMPLETED', '同意建籍'),
      ...returnBy('authority'),
      ...refuseBy('authority'),
    },
  },
  track: [
    SCHOOL_ON_TRACK,
    { party: 'reviewer', state: 'WITH_REVIEWER', role: '县级审核' },
    { party: 'authority', state: 'WITH_AUTHORITY', role: '学籍主管部门' },
  ],
});

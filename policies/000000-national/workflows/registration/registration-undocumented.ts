/**
 * 入学注册（无身份证件）: a child without an identity document is decided on level by level up to the province.
 *
 * The levels are those of the national platform; no clause gives city and province a term of their own, so the term of
 * building the file (question build-file) is shown to them as to everybody else.
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

const WITH_AUTHORITY = waitingFor('authority', '待学籍主管部门核办');
const WITH_PROVINCE = waitingFor('province', '待省级核办');
const PROVINCE_DECIDES = {
  ...approveBy('province', 'COMPLETED', '同意建籍'),
  ...returnBy('province'),
  ...refuseBy('province'),
};
const PROVINCE_ON_TRACK = { party: 'province', state: 'WITH_PROVINCE', role: '省级教育行政部门' } as const;

/** Supervised by the county. */
export const registrationUndocumented = workflow({
  ...REGISTRATION,
  id: 'registration-undocumented',
  states: { ...SCHOOL_AND_ENDS, WITH_AUTHORITY, WITH_CITY: waitingFor('city', '待市级核办'), WITH_PROVINCE },
  steps: {
    PREPARING: handIn('WITH_AUTHORITY'),
    RETURNED: handIn('WITH_AUTHORITY'),
    WITH_AUTHORITY: {
      ...approveBy('authority', 'WITH_CITY', '同意上报'),
      ...returnBy('authority'),
      ...refuseBy('authority'),
      ...TAKE_BACK,
    },
    WITH_CITY: { ...approveBy('city', 'WITH_PROVINCE', '同意上报'), ...returnBy('city'), ...refuseBy('city') },
    WITH_PROVINCE: PROVINCE_DECIDES,
  },
  track: [
    SCHOOL_ON_TRACK,
    { party: 'authority', state: 'WITH_AUTHORITY', role: '学籍主管部门' },
    { party: 'city', state: 'WITH_CITY', role: '市级教育行政部门' },
    PROVINCE_ON_TRACK,
  ],
});

/** Supervised by the city: nobody decides twice. */
export const registrationUndocumentedCity = workflow({
  ...REGISTRATION,
  id: 'registration-undocumented-city',
  states: { ...SCHOOL_AND_ENDS, WITH_AUTHORITY, WITH_PROVINCE },
  steps: {
    PREPARING: handIn('WITH_AUTHORITY'),
    RETURNED: handIn('WITH_AUTHORITY'),
    WITH_AUTHORITY: {
      ...approveBy('authority', 'WITH_PROVINCE', '同意上报'),
      ...returnBy('authority'),
      ...refuseBy('authority'),
      ...TAKE_BACK,
    },
    WITH_PROVINCE: PROVINCE_DECIDES,
  },
  track: [SCHOOL_ON_TRACK, { party: 'authority', state: 'WITH_AUTHORITY', role: '学籍主管部门' }, PROVINCE_ON_TRACK],
});

/** Supervised by the city where the law asks for the county's review first. */
export const registrationUndocumentedReviewed = workflow({
  ...REGISTRATION,
  id: 'registration-undocumented-reviewed',
  states: {
    ...SCHOOL_AND_ENDS,
    WITH_REVIEWER: waitingFor('reviewer', '待县级审核'),
    WITH_AUTHORITY,
    WITH_PROVINCE,
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
      ...approveBy('authority', 'WITH_PROVINCE', '同意上报'),
      ...returnBy('authority'),
      ...refuseBy('authority'),
    },
    WITH_PROVINCE: PROVINCE_DECIDES,
  },
  track: [
    SCHOOL_ON_TRACK,
    { party: 'reviewer', state: 'WITH_REVIEWER', role: '县级审核' },
    { party: 'authority', state: 'WITH_AUTHORITY', role: '学籍主管部门' },
    PROVINCE_ON_TRACK,
  ],
});

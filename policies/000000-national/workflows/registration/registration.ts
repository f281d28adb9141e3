/** 入学注册: the school hands in, its supervising authority decides. For entrants with an identity number. */
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

export const registration = workflow({
  ...REGISTRATION,
  id: 'registration',
  states: { ...SCHOOL_AND_ENDS, WITH_AUTHORITY: waitingFor('authority', '待学籍主管部门核办') },
  steps: {
    PREPARING: handIn('WITH_AUTHORITY'),
    RETURNED: handIn('WITH_AUTHORITY'),
    WITH_AUTHORITY: {
      ...approveBy('authority', 'COMPLETED', '同意建籍'),
      ...returnBy('authority'),
      ...refuseBy('authority'),
      ...TAKE_BACK,
    },
  },
  track: [SCHOOL_ON_TRACK, { party: 'authority', state: 'WITH_AUTHORITY', role: '学籍主管部门' }],
});

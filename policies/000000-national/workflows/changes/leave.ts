/**
 * 休学、延长休学、复学: the ways through the hands that the law of the school's place names: the school alone, its centre
 * school, its authority, or the county and then the city. No text gives any of them a term of its own, so none is set.
 */
import type { Workflow } from '../../../../src/workflow/index.ts';
import { type ChangeMatter, changeThrough } from './change-chain.ts';

const LEAVE: ChangeMatter = {
  ...{ kind: 'LEAVE', id: 'leave', title: '休学' },
  ...{ done: '已休学，保留学籍', refused: '不同意休学', consent: '同意休学' },
};
const EXTENSION: ChangeMatter = {
  ...{ kind: 'LEAVE_EXTENSION', id: 'leave-extension', title: '延长休学' },
  ...{ done: '已延长休学', refused: '不同意延长休学', consent: '同意延长' },
};
const RETURN: ChangeMatter = {
  ...{ kind: 'RETURN', id: 'return', title: '复学' },
  ...{ done: '已同意复学', refused: '不同意复学', consent: '同意复学' },
};

/** All of them, from few hands to many. */
export const leaveWorkflows: readonly Workflow[] = [
  changeThrough(LEAVE, 'school', ['S5-2.4.2']),
  changeThrough(LEAVE, 'centre', ['S5-2.4.2']),
  changeThrough(LEAVE, 'authority', ['CG-3.2.2.c', 'SX-24.4', 'SX-24.5']),
  changeThrough(LEAVE, 'city', ['SC-25.2']),
  changeThrough(EXTENSION, 'school', ['SC-26.6']),
  changeThrough(EXTENSION, 'centre', ['S5-2.4.5']),
  changeThrough(EXTENSION, 'authority', ['CG-3.2.3.b', 'SX-24.11']),
  changeThrough(RETURN, 'school', ['S5-2.4.4']),
  changeThrough(RETURN, 'authority', ['CG-3.2.3.d', 'SX-24.9']),
  changeThrough(RETURN, 'city', ['SC-26.3']),
];

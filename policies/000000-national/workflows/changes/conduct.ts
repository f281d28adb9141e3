/** 处分、撤销处分和困难认定: the school itself, or whoever the law of its place has review or approve (SC-38.3, SX-40.5, S6-6.1). */
import type { Workflow } from '../../../../src/workflow/index.ts';
import { type ChangeMatter, changeThrough } from './change-chain.ts';

const DISCIPLINE: ChangeMatter = {
  ...{ kind: 'DISCIPLINE', id: 'discipline', title: '处分' },
  ...{ done: '已给予处分', refused: '不予处分', consent: '同意处分' },
};
const REVOCATION: ChangeMatter = {
  ...{ kind: 'DISCIPLINE_REVOCATION', id: 'discipline-revocation', title: '撤销处分' },
  ...{ done: '处分已撤销', refused: '不予撤销', consent: '同意撤销' },
};
const RECOGNITION: ChangeMatter = {
  ...{ kind: 'HARDSHIP_RECOGNITION', id: 'hardship-recognition', title: '家庭经济困难认定' },
  ...{ done: '已认定', refused: '不予认定', consent: '同意认定' },
};
const REMOVAL: ChangeMatter = {
  ...{ kind: 'HARDSHIP_REMOVAL', id: 'hardship-removal', title: '取消困难认定' },
  ...{ done: '已取消', refused: '不予取消', consent: '同意取消' },
};

export const conductWorkflows: readonly Workflow[] = [
  changeThrough(DISCIPLINE, 'school', ['SC-38.1', 'SX-40.1', 'S3-9.1']),
  changeThrough(DISCIPLINE, 'authority', ['SC-38.3']),
  changeThrough(DISCIPLINE, 'city', ['SX-40.5']),
  changeThrough(REVOCATION, 'school', ['SC-38.4', 'SC-38.6', 'SX-40.3']),
  changeThrough(RECOGNITION, 'authority', ['S6-6.1']),
  changeThrough(RECOGNITION, 'centre', ['S6-6.1']),
  changeThrough(REMOVAL, 'authority', ['S6-6.1']),
  changeThrough(REMOVAL, 'centre', ['S6-6.1']),
];

/** 离校与归来: the ways of a withdrawal; who agrees is what the law of the school's place names. */
import type { Workflow } from '../../../src/workflow/index.ts';
import { type ChangeMatter, changeThrough } from './change-chain.ts';

const WITHDRAWAL: ChangeMatter = {
  ...{ kind: 'WITHDRAWAL', id: 'withdrawal', title: '退学' },
  ...{ done: '已退学，学籍终止', refused: '不同意退学', consent: '同意退学' },
};

/** All of them, kind by kind. */
export const departureWorkflows: readonly Workflow[] = [
  changeThrough(WITHDRAWAL, 'authority', ['SC-28.1', 'SX-28.3', 'SX-30.1']),
];

/**
 * 档案电子包外送: a student's file leaves the node as one signed archive only after the supervising authority has approved
 * it in writing (SC-49.2, SX-44.1); where no text of the place says so it is kept in principle (MOE-N4.2).
 */
import { changeThrough } from './change-chain.ts';

export const filePackageWorkflows = [
  changeThrough(
    {
      ...{ kind: 'FILE_PACKAGE', id: 'file-package', title: '档案电子包外送' },
      ...{ done: '已批准提供', refused: '不予提供', consent: '批准提供' },
    },
    'authority',
    ['SC-49.2', 'SX-44.1', 'MOE-N4.2'],
  ),
];

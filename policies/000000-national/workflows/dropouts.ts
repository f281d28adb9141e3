/** 辍学与自动退学: a dropout is reported and noted, never asked for; who comes back, and who counts as withdrawn, is decided. */
import { type StateText, type Step, type Workflow, workflow } from '../../../src/workflow/index.ts';
import { type ChangeMatter, changeThrough } from './changes/change-chain.ts';

const RETURN: ChangeMatter = {
  ...{ kind: 'DROPOUT_RETURN', id: 'dropout-return', title: '辍学复学' },
  ...{ done: '已复学，原学籍恢复在读', refused: '不同意复学', consent: '同意复学' },
};
const END: ChangeMatter = {
  ...{ kind: 'DROPOUT_END', id: 'dropout-end', title: '辍学学籍终止' },
  ...{ done: '超过义务教育年限，学籍终止', refused: '不予终止学籍', consent: '终止学籍' },
};
const AUTOMATIC: ChangeMatter = {
  ...{ kind: 'AUTOMATIC_WITHDRAWAL', id: 'automatic-withdrawal', title: '自动退学' },
  ...{ done: '已按自动退学处理，学籍终止', refused: '不按自动退学处理', consent: '批准按自动退学处理' },
};

/** The school has reported in writing; the authority takes note, or returns what is not complete. */
function reported(): Workflow {
  const submit: Record<string, Step<string>> = {
    SUBMIT: { by: 'school', to: 'REPORTED', label: '报告', twoPeople: true, needsLaw: true },
    WITHDRAW: { by: 'school', to: 'WITHDRAWN', label: '撤回报告' },
  };
  const states: Record<string, StateText> = {
    PREPARING: { words: '学校填报', holder: 'school' },
    REPORTED: { words: '待学籍主管部门登记', holder: 'authority' },
    RETURNED: { words: '退回补正', holder: 'school', lapsesTo: 'WITHDRAWN' },
    COMPLETED: { words: '已登记辍学，学籍保留', tone: 'DONE' },
    WITHDRAWN: { words: '已撤回', tone: 'NEUTRAL' },
  };
  return workflow({
    id: 'dropout-report',
    kind: 'DROPOUT',
    title: '辍学报告',
    clauses: ['CG-3.3.2.c', 'CG-3.3.2.d', 'SC-46.1', 'SC-46.2', 'SX-33.1', 'SX-33.2'],
    states,
    start: 'PREPARING',
    ends: ['COMPLETED', 'WITHDRAWN'],
    steps: {
      PREPARING: submit,
      RETURNED: submit,
      REPORTED: {
        NOTE: { by: 'authority', to: 'COMPLETED', label: '登记辍学', needsLaw: true },
        RETURN: { by: 'authority', to: 'RETURNED', label: '退回补正', reason: 'required' },
      },
    },
    track: [
      { party: 'school', state: 'PREPARING', role: '学校' },
      { party: 'authority', state: 'REPORTED', role: '学籍主管部门' },
    ],
  });
}

/** All of them. */
export const dropoutWorkflows: readonly Workflow[] = [
  reported(),
  changeThrough(RETURN, 'authority', ['S6-14.1', 'CG-3.3.2.b']),
  changeThrough(END, 'authority', ['CG-3.3.2.d', 'SC-46.2', 'SX-33.2']),
  changeThrough(AUTOMATIC, 'authority', ['SC-29.1', 'SC-29.2']),
  changeThrough(AUTOMATIC, 'city', ['SX-31.1', 'SX-31.2']),
];

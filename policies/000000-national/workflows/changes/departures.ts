/** 离校、归来、年级变动: who agrees is what the law of the school's place names; what is only reported is only noted. */
import { type StateText, type Step, type Workflow, workflow } from '../../../../src/workflow/index.ts';
import { type ChangeMatter, changeThrough } from './change-chain.ts';

const WITHDRAWAL: ChangeMatter = {
  ...{ kind: 'WITHDRAWAL', id: 'withdrawal', title: '退学' },
  ...{ done: '已退学，学籍终止', refused: '不同意退学', consent: '同意退学' },
};
const DEATH: ChangeMatter = {
  ...{ kind: 'DEATH', id: 'death', title: '死亡注销' },
  ...{ done: '学籍已注销，档案保留', refused: '不予注销', consent: '注销学籍' },
};
const ABROAD: ChangeMatter = {
  ...{ kind: 'ABROAD', id: 'abroad', title: '出境就读' },
  ...{ done: '已出境就读，保留学籍', refused: '不同意出境就读', consent: '同意登记' },
};
const RETURN_FROM_ABROAD: ChangeMatter = {
  ...{ kind: 'RETURN_FROM_ABROAD', id: 'return-from-abroad', title: '归来接续学籍' },
  ...{ done: '已接续学籍', refused: '不同意接续', consent: '同意接续' },
};
const MISSING_OR_DETAINED: ChangeMatter = {
  ...{ kind: 'MISSING_OR_DETAINED', id: 'missing-or-detained', title: '失踪羁押报告' },
  ...{ done: '已办结，学籍保留', refused: '不同意回校就读', consent: '同意回校就读' },
};
const GRADE_CHANGE: ChangeMatter = {
  ...{ kind: 'GRADE_CHANGE', id: 'grade-change', title: '留级跳级' },
  ...{ done: '已编入新年级', refused: '不同意变动年级', consent: '同意变动年级' },
};

/** 报告: the school reports and whoever is told takes note; nothing is asked for, so nothing can be refused. */
function reported(id: string, to: 'authority' | 'city', role: string, clauses: readonly string[]): Workflow {
  const submit: Record<string, Step<string>> = {
    SUBMIT: { by: 'school', to: 'REPORTED', label: '报告', twoPeople: true, needsLaw: true },
    WITHDRAW: { by: 'school', to: 'WITHDRAWN', label: '撤回报告' },
  };
  const states: Record<string, StateText> = {
    PREPARING: { words: '学校填报', holder: 'school' },
    REPORTED: { words: `待${role}阅知`, holder: to },
    RETURNED: { words: '退回补正', holder: 'school', lapsesTo: 'WITHDRAWN' },
    COMPLETED: { words: '已阅知，学籍保留', tone: 'DONE' },
    WITHDRAWN: { words: '已撤回', tone: 'NEUTRAL' },
  };
  return workflow({
    id,
    kind: 'MISSING_OR_DETAINED',
    title: MISSING_OR_DETAINED.title,
    clauses,
    states,
    start: 'PREPARING',
    ends: ['COMPLETED', 'WITHDRAWN'],
    steps: {
      PREPARING: submit,
      RETURNED: submit,
      REPORTED: {
        NOTE: { by: to, to: 'COMPLETED', label: '阅知', needsLaw: true },
        RETURN: { by: to, to: 'RETURNED', label: '退回补正', reason: 'required' },
      },
    },
    track: [
      { party: 'school', state: 'PREPARING', role: '学校' },
      { party: to, state: 'REPORTED', role },
    ],
  });
}

/** All of them, kind by kind. */
export const departureWorkflows: readonly Workflow[] = [
  changeThrough(WITHDRAWAL, 'authority', ['SC-28.1', 'SX-28.3', 'SX-30.1']),
  changeThrough(DEATH, 'authority', ['CG-3.5.1', 'SC-45.1', 'SX-32.1']),
  changeThrough(ABROAD, 'school', ['SC-44.1']),
  changeThrough(ABROAD, 'authority', ['MOE-4.3']),
  changeThrough(RETURN_FROM_ABROAD, 'school', ['SC-44.2']),
  changeThrough(RETURN_FROM_ABROAD, 'authority', ['MOE-4.3', 'MOE-5.2']),
  reported('missing-or-detained-report', 'authority', '学籍主管部门', ['CG-3.5.2']),
  reported('missing-or-detained-report-city', 'city', '市级教育行政部门', ['SX-41.1']),
  changeThrough(MISSING_OR_DETAINED, 'school', ['SX-41.5']),
  changeThrough(MISSING_OR_DETAINED, 'authority', ['CG-3.5.3']),
  changeThrough(GRADE_CHANGE, 'authority', ['CG-3.4.4', 'SC-24.3']),
];

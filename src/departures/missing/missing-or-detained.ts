/** 失踪、羁押: reported to whom the law names; the registration is kept, and who comes back sits in school again. */
import {
  type AnyChangeKind,
  type ChangeWay,
  changeKind,
  gradeField,
  gradeOnReturn,
  onlyWhen,
} from '../../changes/index.ts';
import type { Law } from '../../policy/index.ts';
import { departureQuestions } from '../../policy/questions/departure.ts';
import { changeRegistration } from '../../students/index.ts';
import { reportWay } from './report-way.ts';

const { facts } = departureQuestions['missing-or-detained'];
const FITTING = ['ENROLLED', 'ON_LEAVE', 'MISSING', 'DROPPED_OUT'];

export const missingOrDetained: AnyChangeKind = changeKind({
  kind: 'MISSING_OR_DETAINED',
  staysOpen: true,
  tables: 'missing-or-detained',
  title: '失踪羁押报告',
  prefix: 'SJ',
  purpose: '学生失踪或被采取强制措施，学校报告，学籍保留；回来的安排就读',
  form: {
    situation: facts.situation,
    act: facts.act,
    grade: onlyWhen(gradeField('编入年级'), 'act', ['RETURN']),
  },
  unfit: ({ state }) => (FITTING.includes(state) ? undefined : '此学生现不在籍，无从报告，请核对学籍状态'),
  contradiction: ({ form: { act, situation } }) =>
    act === 'RETURN' && situation === 'MISSING' ? '仍在失踪的不能回校就读；已经找到的，情形选已解除' : undefined,
  ask: (law, where, { form: { situation, act }, standing: { stage, bornOn } }) =>
    law.ask('missing-or-detained', where, { stage, bornOn, situation, act }),
  barred: ({ form: { act } }, { verdict }) =>
    act === 'CANCEL' && verdict !== 'REFUSE'
      ? '失踪、羁押只作报告，不据此注销学籍；死亡的办理死亡注销，退学的办理退学'
      : undefined,
  way: async (tx, law, about, decision): Promise<ChangeWay | undefined> =>
    about.form.act === 'RETURN' ? undefined : reportWay(tx, law as Law, about, decision),
  complete: async ({ tx, studentId, caseId, on, form, standing, school }) => {
    const { act, situation, grade } = form;
    const from = standing.state;
    if (act === 'KEEP' && situation === 'MISSING') {
      await changeRegistration(tx, { studentId, caseId, on, from, to: 'MISSING' });
    }
    // Who was kept in school all the while goes on sitting there.
    if (act === 'RETURN' && from !== 'ENROLLED') {
      const placed = gradeOnReturn(school, standing.stage, Number(grade), on);
      await changeRegistration(tx, { studentId, caseId, on, from, to: 'ENROLLED', ...placed });
    }
  },
  after: { role: '保留学籍', fact: '失踪的离开班级、保留学籍；回来的编入年级，不另设考试' },
});

/** 家庭经济困难认定和取消: applied for by the registrar, in force once whoever reviews has agreed (S6-6.1); nobody sets it directly. */
import { type AnyChangeKind, asked, changeKind, LEFT } from '../../changes/index.ts';
import { refuse } from '../../kernel/refusal.ts';
import { choice, day, text } from '../../policy/questions/fact.ts';
import { DEGREES, endHardship, type Hardship, insertHardship, listHardshipsOf } from './hardship.store.ts';

const STATES = ['ENROLLED', 'ON_LEAVE'];
const holding = (known: readonly Hardship[]) => known.find(({ to }) => to === null);

export const hardshipRecognition: AnyChangeKind = changeKind({
  kind: 'HARDSHIP_RECOGNITION',
  tables: 'hardship-recognition',
  title: '家庭经济困难认定',
  prefix: 'KN',
  purpose: '家庭经济困难的学生由学籍管理员提出，审批单位审核后生效，记入学籍档案',
  form: {
    degree: choice('困难程度', DEGREES),
    appliedOn: asked(day('家庭申请日期'), { past: true }),
    circumstances: asked(text('困难情况'), {
      hint: '写明收入、人口、变故等；申请表、公示记录和证明在办件中上传，不写与认定无关的内容',
    }),
  },
  unfit: ({ state }) => (STATES.includes(state) ? undefined : '此学生现不在读，返校后再认定'),
  gather: (tx, { standing }): Promise<Hardship[]> => tx.beyondScope(() => listHardshipsOf(tx, [standing.studentId])),
  contradiction: ({ known }) => {
    const held = holding(known);
    return held ? `此学生已认定为${DEGREES[held.degree]}（${held.from}），程度变化的先办取消再认定` : undefined;
  },
  ask: (law, where) => law.ask('poverty-recognition', where, { act: 'RECOGNISE', appliedFor: true, reviewed: true }),
  complete: ({ tx, studentId, caseId, on, school, form: { degree } }) =>
    insertHardship(tx, { studentId, caseId, degree, from: on, path: school.path }),
  after: { role: '认定生效', fact: '记入学籍档案的享受资助信息' },
});

export const hardshipRemoval: AnyChangeKind = changeKind({
  kind: 'HARDSHIP_REMOVAL',
  tables: 'hardship-removal',
  title: '取消困难认定',
  prefix: 'KQ',
  purpose: '家庭经济状况好转，或认定有误的，取消认定；原认定留在历史中',
  form: { reason: asked(text('取消理由'), { hint: '写明变化情况和核实方式' }) },
  unfit: ({ state }) => (state === LEFT ? '此学生已离校，认定随学籍终止' : undefined),
  gather: (tx, { standing }): Promise<Hardship[]> => tx.beyondScope(() => listHardshipsOf(tx, [standing.studentId])),
  contradiction: ({ known }) => (holding(known) ? undefined : '此学生没有在效的困难认定，不必取消'),
  ask: (law, where) => law.ask('poverty-recognition', where, { act: 'REMOVE', appliedFor: true, reviewed: true }),
  before: ({ known }) => {
    const held = holding(known);
    return held ? [{ label: '原认定', words: `${DEGREES[held.degree]}，${held.from}起` }] : [];
  },
  complete: async ({ tx, studentId, caseId, on }) => {
    if (!(await endHardship(tx, studentId, { by: caseId, on }))) {
      throw refuse('CONFLICT', { what: '此认定已经取消，请撤回此件' });
    }
  },
  after: { role: '取消生效', fact: '不再列为家庭经济困难学生，原认定留在历史中' },
});

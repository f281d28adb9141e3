/** 辍学复学: who dropped out comes back into the old registration; another file is never made. */
import { type AnyChangeKind, asked, changeKind, gradeField, gradeOnReturn } from '../../changes/index.ts';
import { choice, day } from '../../policy/questions/fact.ts';
import { changeRegistration } from '../../students/index.ts';

export const DROPOUT_RETURN = 'DROPOUT_RETURN';

/** 返校情形, as the county counts it. */
export const WAYS_BACK = { PERSUADED: '经劝返返校', OWN: '自行返校', ORDERED: '经责令返校' } as const;

export const dropoutReturn: AnyChangeKind = changeKind({
  kind: DROPOUT_RETURN,
  tables: 'dropout-return',
  title: '辍学复学',
  prefix: 'CF',
  purpose: '辍学学生回校就读，原学籍恢复在读',
  form: {
    returnsOn: asked(day('返校日期'), { past: true }),
    way: choice('返校情形', WAYS_BACK),
    grade: gradeField('就读年级'),
  },
  unfit: ({ state }) => (state === 'DROPPED_OUT' ? undefined : '此学生没有登记为辍学，辍学复学无从办理'),
  contradiction: ({ form: { returnsOn }, standing: { since } }) =>
    returnsOn < since ? `返校日期早于登记辍学的日期${since}，请核对` : undefined,
  ask: (law, where, { standing: { stage } }) =>
    law.ask('dropout-registration', where, { stage, act: 'RETURN', pastCompulsory: false, migrant: false }),
  complete: async ({ tx, studentId, caseId, on, form, standing, school }) => {
    const placed = gradeOnReturn(school, standing.stage, Number(form.grade), on);
    await changeRegistration(tx, { studentId, caseId, on, from: 'DROPPED_OUT', to: 'ENROLLED', ...placed });
  },
  after: { role: '恢复在读', fact: '办结即恢复在读，沿用原学籍和学籍号，待编班' },
});

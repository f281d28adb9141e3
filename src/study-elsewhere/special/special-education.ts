/** 特殊教育安排: taught at home, at a special or a work-study school, or in an ordinary class, with the registration kept here. */
import { type AnyChangeKind, asked, changeKind, onlyWhen, present } from '../../changes/index.ts';
import { flag, text } from '../../policy/questions/fact.ts';
import { leaveQuestions } from '../../policy/questions/leave.ts';
import { beginArrangement } from '../arrangement.store.ts';

const { facts } = leaveQuestions['special-education'];
const AWAY = ['SPECIAL_SCHOOL', 'WORK_STUDY'];

export const specialEducation: AnyChangeKind = changeKind({
  kind: 'SPECIAL_EDUCATION',
  tables: 'special-education',
  title: '特殊教育安排',
  prefix: 'TJ',
  purpose: '残疾学生随班就读、送教上门，或到特殊教育学校、专门学校就读而学籍留在本校；学籍转出的由就读学校办理转学',
  form: {
    way: facts.way,
    taughtByUs: onlyWhen(asked(flag('由本校承担送教上门'), {}), 'way', ['HOME_DELIVERY']),
    ableToFollow: onlyWhen(facts.ableToFollow, 'way', ['INCLUSIVE']),
    thereName: onlyWhen(text('就读学校'), 'way', AWAY),
    agreementRecorded: onlyWhen(asked(flag('学籍去留已与监护人商定并留有记录'), {}), 'way', ['WORK_STUDY']),
    plan: asked(text('安置意见'), { hint: '写明残疾类别、评估意见和教学安排；证明在办件中上传' }),
  },
  unfit: ({ state }) => (state === 'ENROLLED' ? undefined : '此学生现不在读，请先办理复学再作安排'),
  ask: (law, where, { form, standing: { stage } }) => {
    const { way, taughtByUs, ableToFollow, agreementRecorded } = form;
    return law.ask('special-education', where, {
      ...{ stage, way },
      registeredAt: way === 'HOME_DELIVERY' && taughtByUs ? 'HOME_DELIVERY_SCHOOL' : 'SCHOOL_BEFORE',
      ...(way === 'INCLUSIVE' ? present({ ableToFollow: ableToFollow ?? false }) : {}),
      ...(way === 'WORK_STUDY' ? { agreementRecorded: agreementRecorded ?? false } : {}),
    });
  },
  complete: ({ tx, studentId, caseId, on, form: { way, thereName }, school, standing }) =>
    beginArrangement(tx, {
      ...{ studentId, caseId, path: school.path, kind: way, grade: standing.grade, begunOn: on, untilOn: null },
      ...{ thereId: null, therePath: null, thereName: AWAY.includes(way) ? (thereName ?? '') : school.name },
    }),
  after: { role: '就读安排', fact: '学籍留在本校，安排写入学生档案' },
});

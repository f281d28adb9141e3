/** 出境就读: a student goes to school abroad; the registration is kept in a state of its own until the return. */
import { type AnyChangeKind, asked, changeKind } from '../../changes/index.ts';
import { departureQuestions } from '../../policy/questions/departure.ts';
import { day, text } from '../../policy/questions/fact.ts';
import { changeRegistration } from '../../students/index.ts';

const { facts } = departureQuestions.abroad;
const FROM = ['ENROLLED', 'ON_LEAVE'];

export const abroad: AnyChangeKind = changeKind({
  kind: 'ABROAD',
  tables: 'abroad',
  title: '出境就读',
  prefix: 'CJ',
  purpose: '学生到国（境）外就读、以后可能回来的；出境定居的办理退学',
  form: {
    destination: asked(text('前往国家或地区'), { hint: '写明国家或地区和就读学校' }),
    leavesOn: day('出境日期'),
    hasPapers: asked(facts.hasPapers, { hint: '护照、签证或通行证，在办件中上传' }),
  },
  unfit: ({ state }) => (FROM.includes(state) ? undefined : '此学生现不在读，出境就读无从办理，请核对学籍状态'),
  ask: (law, where, { form: { hasPapers }, standing: { stage } }) => law.ask('abroad', where, { stage, hasPapers }),
  complete: ({ tx, studentId, caseId, on, standing }) =>
    changeRegistration(tx, { studentId, caseId, on, from: standing.state, to: 'ABROAD' }),
  after: { role: '保留学籍', fact: '办结即离开班级，学籍和学籍号保留，归来接续' },
});

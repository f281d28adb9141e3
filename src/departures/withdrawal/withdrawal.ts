/** 退学: a student leaves for good on the family's application, where the law of the place lets it. */
import { type AnyChangeKind, asked, changeKind, onlyWhen, present } from '../../changes/index.ts';
import { departureQuestions } from '../../policy/questions/departure.ts';
import { number } from '../../policy/questions/fact.ts';
import { endRegistration } from '../../students/index.ts';

const { facts } = departureQuestions.withdrawal;

/** 在读或休学: who is away for another reason is first brought back into one of these. */
const FROM = ['ENROLLED', 'ON_LEAVE'];

export const withdrawal: AnyChangeKind = changeKind({
  kind: 'WITHDRAWAL',
  tables: 'withdrawal',
  title: '退学',
  prefix: 'TX',
  purpose: '学生及监护人申请退学，学籍终止',
  form: {
    ground: facts.ground,
    initiatedBy: facts.initiatedBy,
    leaveYears: onlyWhen(asked(number('已休学', '年'), { hint: '因病退学的，填已休学的年数' }), 'ground', [
      'INCURABLE',
    ]),
    papers: asked(facts.papers, { hint: '只选学校已收到的材料' }),
  },
  unfit: ({ state }) => (FROM.includes(state) ? undefined : '此学生现不在读，退学无从办理，请核对学籍状态'),
  ask: (law, where, { form, standing: { stage, bornOn } }) =>
    law.ask('withdrawal', where, {
      ...present(form),
      ...{ stage, bornOn, nineYearsDone: stage === 'SENIOR' },
      papers: form.papers ?? [],
    }),
  complete: ({ tx, studentId, caseId, on }) =>
    endRegistration(tx, { studentId, caseId, on, from: FROM, reason: 'WITHDRAWN' }),
  after: { role: '学籍终止', fact: '办结即离开班级，学籍号和档案保留' },
});

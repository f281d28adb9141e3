/** 归来接续: who comes back, from abroad or after the registration had ended, goes on in the same record under the same number. */
import {
  type AnyChangeKind,
  asked,
  changeKind,
  gradeField,
  gradeOnReturn,
  LEFT,
  type StudentStanding,
  stageOfGrade,
} from '../../changes/index.ts';
import { departureQuestions } from '../../policy/questions/departure.ts';
import { day } from '../../policy/questions/fact.ts';
import { changeRegistration, resumeRegistration } from '../../students/index.ts';

const { facts } = departureQuestions['return-from-abroad'];

/** Ends after which there is nothing to go on with. */
const FINAL = ['DECEASED', 'CANCELLED'];

export const returnFromAbroad: AnyChangeKind = changeKind({
  kind: 'RETURN_FROM_ABROAD',
  tables: 'return-from-abroad',
  title: '归来接续学籍',
  prefix: 'GL',
  purpose: '出境或离校后回来的学生，在原学籍档案上接续，学籍号不变',
  form: {
    wants: facts.wants,
    returnsOn: asked(day('回校日期'), { past: true }),
    grade: asked(gradeField('编入年级', 'SCHOOL'), { hint: '按实际学力程度' }),
  },
  takesOver: true,
  unfit,
  contradiction: ({ form: { grade, returnsOn }, standing: { state, stage, since, end }, school }) => {
    const left = end?.on ?? since;
    if (returnsOn < left) return `回校日期早于离校日期${left}，请核对`;
    if (state !== LEFT && stageOfGrade(school, Number(grade)) !== stage) {
      return '在籍学生先回到原学段，升学另行办理';
    }
    return undefined;
  },
  ask: (law, where, { form: { wants, grade }, standing: { state, stage }, school }) =>
    law.ask('return-from-abroad', where, {
      stage: state === LEFT ? (stageOfGrade(school, Number(grade)) ?? stage) : stage,
      hadNumber: true,
      wants,
    }),
  complete: async ({ tx, services, studentId, caseId, on, form: { grade }, standing, school }) => {
    const stage = stageOfGrade(school, Number(grade)) ?? standing.stage;
    const placed = gradeOnReturn(school, stage, Number(grade), on);
    if (standing.state !== LEFT) {
      await changeRegistration(tx, { studentId, caseId, on, from: standing.state, to: 'ENROLLED', ...placed });
      return;
    }
    await resumeRegistration(tx, services, { studentId, caseId, on, to: school, stage, ...placed });
  },
  after: { role: '接续学籍', fact: '办结即在原档案上接续学籍、编入年级，学籍号不变，由学校分班' },
});

function unfit({ state, end }: StudentStanding): string | undefined {
  if (state === 'ABROAD') return undefined;
  if (state !== LEFT) return '此学生现已在籍，不需接续';
  return end?.reason && FINAL.includes(end.reason) ? '此学籍已注销，不能接续' : undefined;
}

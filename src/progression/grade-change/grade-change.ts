/** 留级、跳级: one grade down to do it again, or one left out; grade and intake year change, the number never does. */
import { gradesOf, type Institution } from '../../authorities/index.ts';
import { type AnyChangeKind, asked, changeKind, gradeOnReturn, type StudentStanding } from '../../changes/index.ts';
import { cancelNumbersAt } from '../../numbering/index.ts';
import { departureQuestions } from '../../policy/questions/departure.ts';
import { changeRegistration } from '../../students/index.ts';

const { facts } = departureQuestions['grade-change'];

export const gradeChange: AnyChangeKind = changeKind({
  kind: 'GRADE_CHANGE',
  tables: 'grade-change',
  title: '留级跳级',
  prefix: 'LT',
  purpose: '编入下一个低的或高的年级，招生年度随之变动',
  form: {
    kind: asked(facts.kind, { hint: '留级编入低一年级，跳级编入高一年级' }),
    initiatedBy: facts.initiatedBy,
    disabled: facts.disabled,
    outstanding: facts.outstanding,
    cannotFollow: facts.cannotFollow,
    startsWithSchoolYear: facts.startsWithSchoolYear,
    papers: asked(facts.papers, { hint: '只选学校已收到的材料' }),
  },
  unfit: ({ state }) => (state === 'ENROLLED' ? undefined : '此学生现不在读，年级变动在复学时一并办理'),
  contradiction: ({ form, standing, school }) =>
    form.kind === 'RETENTION' && !gradesIn(school, standing).includes(standing.grade - 1)
      ? '本学段没有更低的年级可编入，学习有困难的随班就读并补课'
      : undefined,
  ask: (law, where, { form, standing, school }) => {
    const grades = gradesIn(school, standing);
    const wanted = gradeWanted(form.kind, standing);
    return law.ask('grade-change', where, {
      ...form,
      stage: standing.stage,
      lastGrade: standing.grade === Math.max(...grades),
      crossesStage: !grades.includes(wanted),
      sameSchool: gradesOf(school.stages, school.years).some(({ grade }) => grade === wanted),
      papers: form.papers ?? [],
    });
  },
  barred: ({ form, standing, school }, { verdict }) =>
    verdict !== 'REFUSE' && !gradesIn(school, standing).includes(gradeWanted(form.kind, standing))
      ? '跳级限于本校本学段，已在最高年级的按毕业、升学办理'
      : undefined,
  complete: async ({ tx, services, actor, studentId, caseId, on, form, standing, school }) => {
    const placed = gradeOnReturn(school, standing.stage, gradeWanted(form.kind, standing), on);
    await changeRegistration(tx, { studentId, caseId, on, from: 'ENROLLED', to: 'ENROLLED', ...placed });
    if (form.kind === 'RETENTION') {
      await cancelNumbersAt(services, tx, actor, { studentId, event: 'RETENTION', school });
    }
  },
  after: { role: '变动年级', fact: '办结即编入新年级、离开原班级，由学校分班' },
});

const gradeWanted = (kind: 'RETENTION' | 'SKIPPING', { grade }: Pick<StudentStanding, 'grade'>): number =>
  kind === 'RETENTION' ? grade - 1 : grade + 1;

const gradesIn = (
  { stages, years }: Pick<Institution, 'stages' | 'years'>,
  { stage }: Pick<StudentStanding, 'stage'>,
) => gradesOf(stages, years).flatMap((one) => (one.stage === stage ? [one.grade] : []));

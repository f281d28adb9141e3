/** 表册接口: which forms a school has, one of them on paper or as a table, and a whole grade at once. */
import { z } from 'zod';
import { type Actor, type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { classGroupName, gradeName, gradeOf, type Institution, listClassGroups } from '../../authorities/index.ts';
import { type CivilDate, dayOf, isCivilDate } from '../../kernel/civil-date.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { describeNumberRule } from '../../numbering/index.ts';
import { getSchoolInReach, rosterAsOf } from '../../placements/index.ts';
import { issueCards } from '../cards/issue-cards.ts';
import { printRegistrationCards } from '../cards/registration-card.ts';
import { markFor } from '../print-mark.ts';
import type { Printer } from '../printing/typst-printer.ts';
import { DRAWN_FORMS } from './draw-form.ts';
import { type FormId, formsAt, isFormId } from './form-registry.ts';
import { type FormsView, formsShape, runBody, runShape } from './forms.api.ts';
import { getForm, type IssuedForms, issueStudentForms } from './issue-form.ts';
import { exportChanges, issueSchoolForm, type ReadChanges } from './issue-school-form.ts';
import { followRun, type PrintRuns, type RunPart } from './runs/print-runs.ts';
import { zipPapers } from './runs/zip-papers.ts';

const TAG = '表册';
const PDF = 'application/pdf';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LEVELS: Level[] = ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'];
const OFFICERS: Role[] = ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'];
const READERS = { roles: [...OFFICERS, 'CLASS_TEACHER'] satisfies Role[], levels: LEVELS };

const numbers = {
  full: z
    .enum(['0', '1'])
    .default('0')
    .transform((flag) => flag === '1')
    .describe('1：证件号不脱敏，须写明理由'),
  reason: z.string().trim().max(200).optional(),
};
const day = z
  .string()
  .refine(isCivilDate, '日期须写作2026-09-01')
  .transform((text) => text as CivilDate)
  .optional();
const studentForm = z.object({ form: z.enum(DRAWN_FORMS), id: z.uuid() });
const schoolForm = z.object({
  form: z.enum(['school-base', 'campus-base', 'increase-decrease', 'certificate-stub', 'proof-stub']),
  id: z.uuid(),
});
const span = z.object({ from: day, to: day });

type Needs = Pick<Services, 'db' | 'law' | 'cipher' | 'files' | 'index' | 'randomBytes' | 'now'>;

/** The routes; `readChanges` reads the register of increases and decreases, which another feature keeps. */
export function formRoutes(services: Needs, printer: Printer, runs: PrintRuns, readChanges: ReadChanges): Route[] {
  const { db } = services;
  const print = async ({ title, papers, pictures, mark }: IssuedForms) =>
    (await printer.printPdf('form', { papers, pictures, mark: markFor(title, mark, null), style: mark.style })).pdf;
  const paper = async (issued: Promise<IssuedForms>) => ({ file: await print(await issued), mediaType: PDF });
  return [
    route({
      method: 'GET',
      path: '/api/schools/:id/forms',
      tag: TAG,
      title: '列出本校的表册',
      who: { roles: OFFICERS, levels: LEVELS },
      params: z.object({ id: z.uuid() }),
      answer: formsShape,
      handle: ({ actor, params }) => listForms(services, actor, params.id),
    }),
    route({
      method: 'GET',
      path: '/api/students/:id/forms/:form',
      tag: TAG,
      title: '打印学生的表册',
      who: READERS,
      params: studentForm,
      query: z.object(numbers),
      answer: 'FILE',
      handle: ({ actor, params, query }) =>
        paper(issueStudentForms(services, actor, { form: params.form, of: { studentId: params.id }, ...query })),
    }),
    route({
      method: 'GET',
      path: '/api/class-groups/:id/forms/:form',
      tag: TAG,
      title: '打印全班的表册',
      who: READERS,
      params: studentForm,
      query: z.object(numbers),
      answer: 'FILE',
      handle: ({ actor, params, query }) =>
        paper(issueStudentForms(services, actor, { form: params.form, of: { classGroupId: params.id }, ...query })),
    }),
    route({
      method: 'GET',
      path: '/api/schools/:id/forms/:form',
      tag: TAG,
      title: '打印学校的表册',
      who: { roles: OFFICERS, levels: LEVELS },
      params: schoolForm,
      query: span,
      answer: 'FILE',
      handle: ({ actor, params, query }) =>
        paper(issueSchoolForm(services, readChanges, actor, { form: params.form, schoolId: params.id, ...query })),
    }),
    route({
      method: 'GET',
      path: '/api/schools/:id/forms/increase-decrease.xlsx',
      tag: TAG,
      title: '导出学生增减情况登记表',
      who: { roles: OFFICERS, levels: LEVELS },
      params: z.object({ id: z.uuid() }),
      query: span,
      answer: 'FILE',
      handle: async ({ actor, params, query }) => {
        const order = { form: 'increase-decrease', schoolId: params.id, ...query } as const;
        const { file, name } = await exportChanges(services, readChanges, actor, order);
        return { file, mediaType: XLSX, downloadAs: name };
      },
    }),
    route({
      method: 'POST',
      path: '/api/print-runs',
      tag: TAG,
      title: '成批打印',
      who: { roles: OFFICERS, levels: LEVELS },
      body: runBody,
      answer: runShape,
      handle: async ({ actor, body }) => {
        const { title, parts } = await partsOf(services, printer, actor, body, print);
        return runs.start(actor.accountId, title, parts);
      },
    }),
    route({
      method: 'GET',
      path: '/api/print-runs',
      tag: TAG,
      title: '看本人的成批打印',
      who: { roles: OFFICERS, levels: LEVELS },
      answer: z.object({ run: runShape.nullable() }),
      handle: async ({ actor }) => ({ run: runs.current(actor.accountId) ?? null }),
    }),
    route({
      method: 'GET',
      path: '/api/print-runs/:id/progress',
      tag: TAG,
      title: '看成批打印的进度',
      who: { roles: OFFICERS, levels: LEVELS },
      params: z.object({ id: z.uuid() }),
      answer: 'EVENTS',
      handle: async ({ actor, params, signal }) => {
        return followRun(() => runs.follow(actor.accountId, params.id), signal);
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/print-runs/:id',
      tag: TAG,
      title: '停止成批打印',
      who: { roles: OFFICERS, levels: LEVELS },
      params: z.object({ id: z.uuid() }),
      answer: runShape,
      handle: async ({ actor, params }) => runs.cancel(actor.accountId, params.id),
    }),
    route({
      method: 'GET',
      path: '/api/print-runs/:id/papers.zip',
      tag: TAG,
      title: '取成批打印的文书',
      who: { roles: OFFICERS, levels: LEVELS },
      params: z.object({ id: z.uuid() }),
      answer: 'FILE',
      handle: async ({ actor, params }) => {
        const { title, papers } = runs.papersOf(actor.accountId, params.id);
        return { file: zipPapers(papers, services.now()), mediaType: 'application/zip', downloadAs: `${title}.zip` };
      },
    }),
  ];

  async function listForms(needs: Needs, actor: Actor, schoolId: string): Promise<FormsView> {
    return db.read(scopeOf(actor), async (tx) => {
      const school = await getSchoolInReach(tx, actor, schoolId);
      const today = dayOf(tx.now);
      const lines = await rosterAsOf(tx, needs, { school, on: today });
      const groups = await listClassGroups(tx, school.id, today);
      return {
        school: { id: school.id, name: school.name },
        forms: formsAt(school.placeCode, school.stages).map(({ id, title, annex, clauses, of, source, workbook }) => ({
          ...{ form: id, title, annex, clauses: [...clauses], of, source, workbook },
          ...(id === 'exam-number-rule' ? { rule: examNumberRule(needs, school, today) } : {}),
        })),
        classGroups: groups.map((group) => ({
          ...{ id: group.id, grade: gradeOf(group, today), name: classGroupName(gradeOf(group, today), group.ordinal) },
          students: lines.filter(({ classGroupId }) => classGroupId === group.id).length,
        })),
      };
    });
  }
}

const examNumberRule = ({ law }: Pick<Services, 'law'>, { placeCode, code }: Institution, day: CivilDate) =>
  describeNumberRule(law, { placeCode, day, ...(code ? { schoolCode: code } : {}) }, { kind: 'EXAM', stage: 'SENIOR' });

/** The class groups of a school or grade, each to be printed when it is its turn. Refuses BAD_INPUT where there is none. */
async function partsOf(
  services: Needs,
  printer: Printer,
  actor: Actor,
  { form, schoolId, grade, full, reason }: z.output<typeof runBody>,
  print: (issued: IssuedForms) => Promise<Uint8Array>,
): Promise<{ title: string; parts: RunPart[] }> {
  const { school, groups, today } = await services.db.read(scopeOf(actor), async (tx) => {
    const found: Institution = await getSchoolInReach(tx, actor, schoolId);
    const on = dayOf(tx.now);
    return { school: found, groups: await listClassGroups(tx, found.id, on), today: on };
  });
  if (!isFormId(form) || getForm(form, school).of !== 'STUDENT') {
    throw refuse('BAD_INPUT', { what: '成批打印的只有按学生一人一份的表册' });
  }
  const { stages } = getForm(form, school);
  const chosen = groups.filter(
    (group) =>
      (grade === undefined || gradeOf(group, today) === grade) &&
      (stages === undefined || stages.includes(group.stage)),
  );
  if (chosen.length === 0) throw refuse('BAD_INPUT', { what: '所选年级没有班级' });
  const one = async (classGroupId: string) => {
    const order = { of: { classGroupId }, full, reason };
    if (form === 'registration-card') {
      const { cards, mark } = await issueCards(services, actor, order);
      return (await printRegistrationCards(printer, cards, mark)).pdf;
    }
    return print(await issueStudentForms(services, actor, { ...order, form: form as FormId }));
  };
  const of = grade === undefined ? '' : gradeName(grade);
  return {
    title: `${school.name}${of}${getForm(form, school).title}`,
    parts: chosen.map((group) => ({
      name: classGroupName(gradeOf(group, today), group.ordinal),
      print: () => one(group.id).catch(undefinedWhereAbsent),
    })),
  };
}

/** A class group without students has no papers; anything else ends the run. */
function undefinedWhereAbsent(error: unknown): undefined {
  if (error instanceof Refusal && error.code === 'NOT_FOUND') return undefined;
  throw error;
}

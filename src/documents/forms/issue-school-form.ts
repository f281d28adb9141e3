/** 出具学校表册: forms of a whole school, on paper or as a workbook. */
import type { Readable } from 'node:stream';
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { gradeOf, type Institution, listCampuses, listClassGroups, profileOf } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, civilDate, dayOf, partsOf } from '../../kernel/civil-date.ts';
import { chainOf } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import { getSchoolInReach, rosterAsOf } from '../../placements/index.ts';
import { genders, labelOf } from '../../students/index.ts';
import { writeRows } from '../../workbooks/write-rows.ts';
import { listCompletionStubs } from '../certificates/batch/batch.store.ts';
import { listProofsBetween } from '../certificates/proof/proof.store.ts';
import { registerPaper } from '../issued/register-paper.ts';
import { displayVerificationCode } from '../issued/verification-code.ts';
import { minuteInWords, type PrintMark, writtenDate } from '../print-mark.ts';
import { styleAt } from '../styles/style-at.ts';
import type { PaperId } from '../styles/styled-papers.ts';
import {
  CHANGE_COLUMNS,
  type ChangeRegister,
  campusBase,
  changeRows,
  type GradeCount,
  increaseDecrease,
  schoolBase,
} from './drawing/school-forms.ts';
import { certificateStubs, MOST_STUBS, proofStubs } from './drawing/stub-forms.ts';
import type { FormBlock, FormPaper } from './form-paper.ts';
import type { FormId } from './form-registry.ts';
import { getForm, type IssuedForms, noteOf } from './issue-form.ts';
import { applyWording } from './wording/apply-wording.ts';
import { findWording } from './wording/wording.store.ts';

/** Reads the register of increases and decreases, which another feature keeps. */
export type ReadChanges = (
  tx: Transaction,
  actor: Actor,
  wish: { schoolId: string; from?: CivilDate | undefined; to?: CivilDate | undefined },
) => Promise<ChangeRegister>;

export interface SchoolFormOrder {
  form: FormId;
  schoolId: string;
  from?: CivilDate | undefined;
  to?: CivilDate | undefined;
}

type Needs = Pick<Services, 'db' | 'cipher' | 'index' | 'randomBytes'>;

/** Registers the form and leaves a PRINT_FORM row of the school. Refuses NOT_FOUND outside the caller's place. */
export function issueSchoolForm(
  services: Needs,
  readChanges: ReadChanges,
  actor: Actor,
  order: SchoolFormOrder,
): Promise<IssuedForms> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const school = await getSchoolInReach(tx, actor, order.schoolId);
    const form = getForm(order.form, school);
    const wording = await findWording(tx, order.form, chainOf(school.placeCode));
    const today = dayOf(tx.now);
    const { blocks, span } = await drawFor(tx, services, readChanges, actor, { school, order, today });
    const { code } = await registerPaper(tx, services, {
      kind: 'FORM',
      told: { title: form.title, school: school.name, of: '全校', asOf: span },
      ...{ institutionId: school.id, path: school.path, by: asAuditActor(actor) },
    });
    await record(tx, asAuditActor(actor), {
      ...{ action: 'PRINT_FORM', subjectKind: 'INSTITUTION', subjectId: school.id, path: school.path },
      detail: { form: order.form, span },
    });
    const paper: FormPaper = {
      ...{ title: form.title, annex: form.annex, blocks },
      facts: [
        [`学校：${school.name}`, `学校标识码：${school.code ?? ''}`],
        [`${span}`, ''],
      ],
      ...{ signers: ['填表人', '学籍管理员', '校长'], seal: school.name, note: noteOf(form) },
    };
    return {
      title: applyWording(paper, wording).title,
      papers: [{ ...applyWording(paper, wording), verificationCode: displayVerificationCode(code) }],
      pictures: new Map(),
      mark: {
        ...{ place: actor.institution.name, person: actor.personName, printedAt: tx.now },
        style: await styleAt(tx, order.form as PaperId, school.placeCode),
      },
    };
  });
}

async function drawFor(
  tx: Transaction,
  services: Needs,
  readChanges: ReadChanges,
  actor: Actor,
  { school, order, today }: { school: Institution; order: SchoolFormOrder; today: CivilDate },
): Promise<{ blocks: FormBlock[]; span: string }> {
  const span = `截至${writtenDate(today)}`;
  if (order.form === 'increase-decrease') {
    const register = await readChanges(tx, actor, order);
    return { blocks: increaseDecrease(register), span: spanOf(register) };
  }
  if (order.form === 'certificate-stub' || order.form === 'proof-stub') {
    const [year] = partsOf(today);
    const { from = civilDate(`${year}-01-01`), to = today } = order;
    const of = { schoolId: school.id, path: school.path, from, to, limit: MOST_STUBS + 1 };
    return { blocks: await stubBlocks(tx, order.form, of), span: spanOf({ from, to }) };
  }
  const campuses = await listCampuses(tx, school.id);
  if (order.form === 'campus-base') return { blocks: campusBase(campuses), span };
  const grades = await gradeCounts(tx, services, school, today);
  return { blocks: schoolBase(school, profileOf(school.profile), campuses.length, grades), span };
}

async function stubBlocks(
  tx: Transaction,
  form: 'certificate-stub' | 'proof-stub',
  of: Parameters<typeof listCompletionStubs>[1],
): Promise<FormBlock[]> {
  const tooMany = (count: number) => {
    if (count > MOST_STUBS) throw refuse('BAD_INPUT', { what: `一次最多打印${MOST_STUBS}份存根，请缩短时段` });
  };
  if (form === 'proof-stub') {
    const proofs = await listProofsBetween(tx, of);
    tooMany(proofs.length);
    return proofStubs(proofs);
  }
  const certificates = await listCompletionStubs(tx, of);
  tooMany(certificates.length);
  return certificateStubs(certificates);
}

const spanOf = ({ from, to }: Pick<ChangeRegister, 'from' | 'to'>): string =>
  `${writtenDate(from as CivilDate)}至${writtenDate(to as CivilDate)}`;

async function gradeCounts(
  tx: Transaction,
  services: Needs,
  school: Institution,
  on: CivilDate,
): Promise<GradeCount[]> {
  const lines = await rosterAsOf(tx, services, { school, on });
  const groups = (await listClassGroups(tx, school.id, on)).map((group) => gradeOf(group, on));
  const grades = [...new Set([...lines.map(({ grade }) => grade), ...groups])].sort((a, b) => a - b);
  return grades.map((grade) => {
    const here = lines.filter((line) => line.grade === grade).map(({ gender }) => labelOf(genders, gender));
    const boys = here.filter((words) => words === '男').length;
    const girls = here.filter((words) => words === '女').length;
    return {
      grade,
      classGroups: groups.filter((one) => one === grade).length,
      boys,
      girls,
      others: here.length - boys - girls,
    };
  });
}

/** The register of increases and decreases as a workbook, the same lines; leaves an EXPORT_FORM row. */
export function exportChanges(
  services: Needs,
  readChanges: ReadChanges,
  actor: Actor,
  order: SchoolFormOrder,
): Promise<{ file: Readable; name: string }> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const school = await getSchoolInReach(tx, actor, order.schoolId);
    const form = getForm('increase-decrease', school);
    const register = await readChanges(tx, actor, order);
    await record(tx, asAuditActor(actor), {
      ...{ action: 'EXPORT_FORM', subjectKind: 'INSTITUTION', subjectId: school.id, path: school.path },
      detail: { form: order.form, span: spanOf(register), rows: register.items.length },
    });
    const mark: PrintMark = { place: actor.institution.name, person: actor.personName, printedAt: tx.now };
    return {
      file: changeWorkbook(form.title, register, mark),
      name: `${school.name}${form.title}-${register.to}.xlsx`,
    };
  });
}

const MILLIMETRES_PER_CHARACTER = 2;

function changeWorkbook(title: string, register: ChangeRegister, mark: PrintMark): Readable {
  return writeRows({
    name: '学生增减情况',
    titles: [
      title,
      `${register.schoolName}\u3000${spanOf(register)}\u3000期初${register.before}人\u3000期末${register.after}人`,
      `导出单位：${mark.place}\u3000导出人：${mark.person}\u3000导出时间：${minuteInWords(mark.printedAt)}`,
    ],
    columns: CHANGE_COLUMNS.map(({ heading, width }) => ({
      heading,
      width: Math.ceil(width / MILLIMETRES_PER_CHARACTER) + 3,
    })),
    rows: changeRows(register),
  });
}

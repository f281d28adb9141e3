/** 出具表册: reads what a form is drawn from, registers each sheet, and leaves a PRINT_FORM row for whom it is about. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { recordAll } from '../../audit/record.store.ts';
import { getInstitution, gradeName, type Institution, intakeName } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { chainOf } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import { getClassGroupInReach, mayReach, rosterAsOf } from '../../placements/index.ts';
import type { Stage } from '../../policy/index.ts';
import { type HeldRecord, readRecord, refusePastMeasure } from '../../students/index.ts';
import { photoToPrint } from '../cards/card-photo.ts';
import { MOST_CARDS } from '../cards/registration-card.ts';
import { fullWithin, type NumbersAsked } from '../issued/full-numbers.ts';
import { registerPapers } from '../issued/register-paper.ts';
import { displayVerificationCode } from '../issued/verification-code.ts';
import { type PrintMark, writtenDate } from '../print-mark.ts';
import { styleAt } from '../styles/style-at.ts';
import type { PaperId } from '../styles/styled-papers.ts';
import { drawStudentForm } from './draw-form.ts';
import type { FormPaper } from './form-paper.ts';
import { type FormHere, type FormId, formAt } from './form-registry.ts';
import { applyWording } from './wording/apply-wording.ts';
import { findWording } from './wording/wording.store.ts';

export interface StudentFormOrder extends NumbersAsked {
  form: FormId;
  of: { studentId: string } | { classGroupId: string };
}

/** Forms with their codes and pictures, as the template takes them. */
export interface IssuedForms {
  title: string;
  papers: (FormPaper & { verificationCode: string })[];
  pictures: Map<string, Uint8Array>;
  mark: PrintMark;
}

export type FormNeeds = Pick<Services, 'db' | 'cipher' | 'files' | 'index' | 'randomBytes'>;

/**
 * The forms of one student or of a class group. Refuses NOT_FOUND outside the caller's reach, BAD_INPUT for a form that the
 * place does not know, TOO_MANY full numbers past the day's measure.
 */
export async function issueStudentForms(
  services: FormNeeds,
  actor: Actor,
  order: StudentFormOrder,
): Promise<IssuedForms> {
  const full = fullWithin(actor, order, '表册') !== undefined;
  const { drawn, codes, printedAt, title, style } = await services.db.write(scopeOf(actor), async (tx) => {
    if (full) await refusePastMeasure(tx, actor);
    const read: Awaited<ReturnType<typeof readForm>>[] = [];
    for (const id of await studentsFor(tx, services, actor, order)) {
      read.push(await readForm(tx, services, actor, { ...order, full, studentId: id }));
    }
    const today = dayOf(tx.now);
    const registered = await registerPapers(
      tx,
      services,
      read.map(({ held: { row }, school, paper, gradeWords }) => ({
        kind: 'FORM' as const,
        told: { title: paper.title, school: school.name, of: gradeWords, asOf: writtenDate(today) },
        ...{ institutionId: school.id, path: row.path, studentId: row.id, by: asAuditActor(actor) },
      })),
    );
    await recordAll(
      tx,
      asAuditActor(actor),
      read.map(({ held: { row } }) => ({
        ...{ action: 'PRINT_FORM', subjectKind: 'STUDENT' as const, subjectId: row.id, path: row.path },
        reason: order.reason?.trim() || undefined,
        detail: { form: order.form, fullNumbers: full },
      })),
    );
    const [{ paper, school }] = read as [(typeof read)[number]];
    const style = await styleAt(tx, order.form as PaperId, school.placeCode);
    return { drawn: read, codes: registered.map(({ code }) => code), printedAt: tx.now, title: paper.title, style };
  });
  const pictures = new Map<string, Uint8Array>();
  for (const [position, { held, paper }] of drawn.entries()) {
    const name = `form-photo-${position}.jpg`;
    if (await putPhoto(services, held, name, pictures)) {
      for (const block of paper.blocks) if (block.kind === 'ITEMS' && block.photo === '') block.photo = name;
    }
  }
  return {
    title,
    papers: drawn.map(({ paper }, at) => ({ ...paper, verificationCode: displayVerificationCode(codes[at]!) })),
    pictures,
    mark: { place: actor.institution.name, person: actor.personName, printedAt, style },
  };
}

async function studentsFor(tx: Transaction, services: FormNeeds, actor: Actor, { of }: StudentFormOrder) {
  if ('studentId' in of) return [of.studentId];
  const { group, school } = await getClassGroupInReach(tx, actor, of.classGroupId);
  const lines = await rosterAsOf(tx, services, { school, classGroupId: group.id, on: dayOf(tx.now) });
  if (lines.length === 0) throw refuse('NOT_FOUND', { what: '此班级的学生' });
  if (lines.length > MOST_CARDS) throw refuse('BAD_INPUT', { what: `一次最多打印${MOST_CARDS}人，请逐人打印` });
  return lines.map(({ studentId }) => studentId);
}

async function readForm(
  tx: Transaction,
  services: FormNeeds,
  actor: Actor,
  { form: id, studentId, full }: { form: FormId; studentId: string; full: boolean },
) {
  const held = await readRecord(tx, services, studentId);
  const { open, group } = held;
  if (!open || !mayReach(actor, group?.class_group_id ?? '')) throw refuse('NOT_FOUND', { what: '此学生' });
  const school = await getInstitution(tx, { id: open.school_id });
  const form = getForm(id, school, [open.stage as Stage]);
  const gradeWords = `${intakeName(open.intake_year)}${gradeName(open.grade)}${group ? `${group.ordinal}班` : ''}`;
  const blocks = await drawStudentForm({ tx, services, actor, held, full }, id);
  const paper: FormPaper = {
    ...{ title: form.title, annex: form.annex, blocks, ...headOf(held, school, gradeWords) },
    signers: SIGNERS[id] ?? ['学生', '监护人', '班主任'],
    note: noteOf(form),
  };
  const wording = await findWording(tx, id, chainOf(school.placeCode));
  return { held, school, paper: applyWording(paper, wording), gradeWords };
}

const SIGNERS: Partial<Record<FormId, string[]>> = {
  'physical-examination': ['检查医师', '监护人'],
  'fitness-card': ['体育教师', '班主任'],
  'practice-record': ['学生', '班主任'],
};

function headOf({ record }: HeldRecord, school: Institution, gradeWords: string): Pick<FormPaper, 'facts' | 'seal'> {
  return {
    facts: [
      [`学校：${school.name}`, `学校标识码：${school.code ?? ''}`],
      [`姓名：${record.name ?? ''}`, `年级班级：${gradeWords}`],
    ],
    seal: school.name,
  };
}

/** 附件几 stands at the head; the text that names the form prints no fields, so the foot says whose design they are. */
export const noteOf = (_form: FormHere): string => '式样自拟；含个人信息，仅限学籍管理使用';

/** The form as the school's place has it. Refuses BAD_INPUT where the place does not know it. */
export function getForm(id: FormId, school: Institution, stages: readonly Stage[] = school.stages): FormHere {
  const form = formAt(id, school.placeCode, stages);
  if (!form) throw refuse('BAD_INPUT', { what: '本地没有这种表册' });
  return form;
}

async function putPhoto({ files }: FormNeeds, { row }: HeldRecord, name: string, pictures: Map<string, Uint8Array>) {
  if (!row.photo_id) return false;
  const photo = await files.fetch(row.photo_id).catch(() => undefined);
  const picture = photo && (await photoToPrint(photo));
  if (picture) pictures.set(name, picture);
  return picture !== undefined;
}

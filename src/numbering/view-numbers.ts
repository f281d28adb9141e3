/** 看辅号: those of a student, and how far the intakes of a school are numbered. */
import type { Actor, Services } from '../access/index.ts';
import { intakeName } from '../authorities/index.ts';
import type { Transaction } from '../db/transaction.ts';
import { Refusal } from '../kernel/refusal.ts';
import { checkMaySee } from '../students/index.ts';
import { getSchoolWithin, holdIssuer, whereOf } from './issue-numbers.ts';
import { EVENT_WORDS, KIND_WORDS, type SchoolNumbers, type StudentNumbers } from './numbering.api.ts';
import { countNumbered, lastSerial, listNumbersOf, refuseUnseen } from './numbering.store.ts';
import { patternWords } from './pattern.ts';
import { formOf, NUMBER_KINDS, type NumberKind, seriesOf, valuesOf } from './secondary-number.ts';

const wordsOfEvent = (event: string): string => EVENT_WORDS[event as keyof typeof EVENT_WORDS] ?? event;

/** Every number of the student, newest first. */
export async function viewStudentNumbers(tx: Transaction, actor: Actor, studentId: string): Promise<StudentNumbers> {
  await refuseUnseen(tx, studentId);
  await checkMaySee(tx, actor, studentId);
  const numbers = await listNumbersOf(tx, studentId);
  return {
    items: numbers.map((one) => ({
      id: one.id,
      kind: one.kind,
      kindWords: KIND_WORDS[one.kind],
      number: one.number,
      basis: one.basis,
      issuedByName: one.issuedByName,
      event: wordsOfEvent(one.event),
      from: one.validFrom,
      to: one.validTo,
      endEvent: one.endEvent && wordsOfEvent(one.endEvent),
    })),
  };
}

/** Each kind that the school's place knows, by stage and year of entry: numbered, waiting, and what stands in the way. */
export async function viewSchoolNumbers(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  schoolId: string,
): Promise<SchoolNumbers> {
  const school = await getSchoolWithin(tx, actor, schoolId);
  const where = whereOf(school, tx.now);
  const kinds: SchoolNumbers['kinds'] = [];
  for (const kind of Object.keys(NUMBER_KINDS) as NumberKind[]) {
    for (const { stage, intakeYear, numbered, students } of await countNumbered(tx, school, kind)) {
      const form = formOf(services.law, where, { kind, stage });
      if (form === undefined) continue;
      const line = { kind, kindWords: KIND_WORDS[kind], stage, intakeYear, intakeWords: intakeName(intakeYear) };
      const counts = { students: Number(students), numbered: Number(numbered) };
      if (typeof form === 'string') {
        kinds.push({ ...line, ...counts, form: null, basis: null, last: 0, blocked: form });
        continue;
      }
      let last = 0;
      const blocked = await sentenceOf(async () => {
        holdIssuer(services, where, actor, { kind, stage, event: 'ENTRY' });
        last = await lastSerial(tx, seriesOf(form, kind, school, valuesOf(form, school, { stage, intakeYear })));
      });
      kinds.push({ ...line, ...counts, form: patternWords(form.pattern), basis: form.basis, last, blocked });
    }
  }
  return { school: { id: school.id, name: school.name }, kinds };
}

async function sentenceOf(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

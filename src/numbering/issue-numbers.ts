/** 编辅号: a whole intake at once, or one student; who may give it, in which form and when anew is asked of the law. */
import { type Actor, asAuditActor, type Services } from '../access/index.ts';
import { auditRows } from '../audit/record.store.ts';
import { getInstitution, type Institution } from '../authorities/index.ts';
import type { Transaction } from '../db/transaction.ts';
import { dayOf } from '../kernel/civil-date.ts';
import { holds } from '../kernel/place-codes.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Decision, Stage, Where } from '../policy/index.ts';
import {
  endNumber,
  type GivenNumber,
  givenRows,
  lastSerial,
  listNumbersOf,
  listUnnumbered,
  lockNumbered,
  lockSeries,
  type Numbered,
  takeSerials,
} from './numbering.store.ts';
import { lastSerialOf, numberOf, serialIn } from './pattern.ts';
import { formOf, NUMBER_KINDS, type NumberForm, type NumberKind, seriesOf, valuesOf } from './secondary-number.ts';

type Needs = Pick<Services, 'law' | 'index' | 'newId'>;

/** 办理事项 by which one student comes by a number, or by another one. */
export type NumberEvent = 'ENTRY' | 'TRANSFER' | 'RETENTION' | 'RETURN_LOWER_GRADE' | 'RETURN_SAME_GRADE' | 'PROMOTION';

const ISSUERS = {
  SCHOOL: 'SCHOOL',
  CENTRE: 'CENTRE_SCHOOL',
  COUNTY: 'COUNTY',
  CITY: 'CITY',
} as const;

/** What an issue did. */
export interface Issued {
  issued: number;
  first: string | null;
  last: string | null;
}

/**
 * Numbers everybody of an intake of the school who has no number of the kind, by name, in one act: all or none. Refuses
 * LAW_REFUSES where the law names another issuer, NOT_AVAILABLE where its form is not settled, CONFLICT where it is full.
 */
export async function issueNumbers(
  services: Needs,
  tx: Transaction,
  actor: Actor,
  { kind, schoolId, stage, intakeYear }: { kind: NumberKind; schoolId: string; stage: Stage; intakeYear: number },
): Promise<Issued> {
  const school = await getSchoolWithin(tx, actor, schoolId);
  const where = whereOf(school, tx.now);
  const form = getForm(services, where, { kind, stage });
  holdIssuer(services, where, actor, { kind, stage, event: 'ENTRY' });
  const values = valuesOf(form, school, { stage, intakeYear });
  const scope = seriesOf(form, kind, school, values);
  await lockSeries(tx, `${kind}/${school.id}`);
  const waiting = await listUnnumbered(tx, school, { kind, stage, intakeYear });
  if (waiting.length === 0) {
    tx.markAudited(); // nobody was waiting: the lock alone was taken
    return { issued: 0, first: null, last: null };
  }
  const first = await takeWithin(tx, form, kind, scope, waiting.length);
  const given = waiting.map((student, place): GivenNumber => {
    const serial = first + place;
    const number = numberOf(form.pattern, values, serial);
    return givenOf(services, { student, kind, number, scope, serial, basis: form.basis, event: 'ENTRY' }, form);
  });
  await write(tx, actor, school, given);
  return { issued: given.length, first: given[0]!.number, last: given.at(-1)!.number };
}

/**
 * Gives one student a number, ending the one before where the law has it so. A number that is named (entered from paper) must
 * be the very next of its series. Refuses LAW_REFUSES as the law of the place does, CONFLICT where the student has one already.
 */
export async function issueNumber(
  services: Needs,
  tx: Transaction,
  actor: Actor,
  {
    studentId,
    kind,
    event,
    number: named,
  }: { studentId: string; kind: NumberKind; event: NumberEvent; number?: string | undefined },
): Promise<string> {
  const student = await lockNumbered(tx, studentId);
  const school = await getSchoolWithin(tx, actor, student.schoolId);
  const where = whereOf(school, tx.now);
  const { stage, intakeYear } = student;
  const form = getForm(services, where, { kind, stage });
  holdIssuer(services, where, actor, { kind, stage, event });
  const before = (await listNumbersOf(tx, studentId)).find((one) => one.kind === kind && one.validTo === null);
  if (before && event === 'ENTRY') {
    throw refuse('CONFLICT', { what: `此学生已有${NUMBER_KINDS[kind]}，长期不变` });
  }
  const values = valuesOf(form, school, { stage, intakeYear });
  const scope = seriesOf(form, kind, school, values);
  await lockSeries(tx, scope);
  if (named !== undefined) {
    const facts = {
      kind,
      stage,
      event,
      renewed: true,
      number: named,
      intakeYear,
      lastSerial: await lastSerial(tx, scope),
    };
    holdAgainst(services.law.ask('secondary-number', where, facts));
    const next = facts.lastSerial + 1;
    if (serialIn(form.pattern, values, named) !== next) {
      throw refuse('BAD_INPUT', {
        what: `号码应为${numberOf(form.pattern, values, next)}，顺序号须连续编排，不得留空号`,
      });
    }
  }
  const serial = await takeWithin(tx, form, kind, scope, 1);
  const number = numberOf(form.pattern, values, serial);
  if (before) await endNumber(tx, { studentId, id: before.id, on: dayOf(tx.now), event });
  const given = givenOf(services, { student, kind, number, scope, serial, basis: form.basis, event }, form);
  await write(tx, actor, school, [given], before?.number);
  return number;
}

/** The school, where it lies in the caller's place. */
export async function getSchoolWithin(tx: Transaction, actor: Actor, schoolId: string): Promise<Institution> {
  const school = await getInstitution(tx, { id: schoolId });
  if (school.kind !== 'SCHOOL' || !holds(actor.institution.path, school.path)) {
    throw refuse('NOT_FOUND', { what: '此学校' });
  }
  return school;
}

/** Where the law is asked about a school's numbers. */
export const whereOf = ({ placeCode, code }: Institution, now: Date): Where => ({
  placeCode,
  day: dayOf(now),
  ...(code ? { schoolCode: code } : {}),
});

function getForm({ law }: Needs, where: Where, of: { kind: NumberKind; stage: Stage }): NumberForm {
  const form = formOf(law, where, of);
  if (form === undefined) throw refuse('BAD_INPUT', { what: `本地没有${NUMBER_KINDS[of.kind]}，无须编制` });
  if (typeof form === 'string') throw refuse('LAW_REFUSES', { sentence: form });
  return form;
}

/** Refuses where the law has another office give the number, or none be given at this event. */
export function holdIssuer(
  { law }: Pick<Services, 'law'>,
  where: Where,
  { institution: { level } }: Actor,
  of: { kind: NumberKind; stage: Stage; event: NumberEvent },
): void {
  if (of.kind === 'SCHOOL' && level !== 'SCHOOL') throw refuse('NOT_ALLOWED', { what: '校内学号由学校在系统中编制' });
  // A school's own number is made by the system, whichever of the two a text names.
  const office = of.kind !== 'SCHOOL' && level in ISSUERS ? ISSUERS[level as keyof typeof ISSUERS] : undefined;
  const facts = { ...of, renewed: true, ...(office ? { issuedBy: office } : {}) };
  const decision = law.ask('secondary-number', where, facts);
  holdAgainst(decision);
}

function holdAgainst({ verdict, findings }: Decision): void {
  if (verdict !== 'REFUSE') return;
  const { sentence, chip, remedy } = findings[0]!;
  throw refuse('LAW_REFUSES', { sentence: `${sentence}（${chip}）${remedy ? `。${remedy}` : ''}` });
}

/** Takes serials, as long as the width of the field lasts. */
async function takeWithin(tx: Transaction, form: NumberForm, kind: NumberKind, scope: string, count: number) {
  const first = await takeSerials(tx, scope, count);
  if (first + count - 1 > lastSerialOf(form.pattern)) {
    throw refuse('BAD_INPUT', {
      what: `${NUMBER_KINDS[kind]}的顺序号只有${form.pattern.serialWidth}位，已不够编，请先改编排式`,
    });
  }
  return first;
}

function givenOf(services: Needs, one: Omit<GivenNumber, 'id' | 'hash'>, { within }: NumberForm): GivenNumber {
  const held = within === 'SCHOOL' ? `${one.kind}/${one.student.schoolId}/${one.number}` : `${one.kind}/${one.number}`;
  return { ...one, id: services.newId(), hash: services.index.blindIndex('secondary-number', held) };
}

async function write(
  tx: Transaction,
  actor: Actor,
  school: Institution,
  given: readonly GivenNumber[],
  cancelled?: string,
): Promise<void> {
  const rows = given.map(({ student, kind, event, basis, serial }: GivenNumber & { student: Numbered }) => ({
    action: cancelled === undefined ? 'ISSUE_SECONDARY_NUMBER' : 'RENEW_SECONDARY_NUMBER',
    subjectKind: 'STUDENT' as const,
    subjectId: student.studentId,
    path: school.path,
    detail: { kind, event, basis, serial },
  }));
  const by = { accountId: actor.accountId, officeName: actor.institution.name, on: dayOf(tx.now) };
  await tx.together(...givenRows(given, by), auditRows(tx, asAuditActor(actor), rows));
}

/** 学籍卡内容: one student's record as the words of a registration card, masked or full. Pure. */
import { gradeName, type Institution, intakeName } from '../../authorities/index.ts';
import { type CivilDate, partsOf } from '../../kernel/civil-date.ts';
import { columnAt, type HeldRecord, REGISTRATION_STATES, shownItem, textOf } from '../../students/index.ts';
import { STAGE_WORDS } from './card-course.ts';
import type { CardChange, CardGuardian, CardHistoryEntry, RegistrationCard } from './registration-card.ts';

export interface CardSource {
  held: HeldRecord;
  school: Institution;
  supervisingAuthority: string;
  history: readonly CardHistoryEntry[];
  changes: readonly CardChange[];
  photo: Uint8Array | undefined;
  asOf: CivilDate;
  /** Classified values in full. */
  full: boolean;
  /** Verification code of this copy. */
  code: string;
}

/** The card. An item that was not filled in is empty text, which the card prints as 未填. */
export function cardOf(source: CardSource): RegistrationCard {
  const { held, photo, full } = source;
  const say = (path: string): string => wordsOf(held.record as unknown as Record<string, unknown>, path, full);
  return {
    verificationCode: source.code,
    supervisingAuthority: source.supervisingAuthority,
    asOf: source.asOf,
    ...(photo ? { photo } : {}),
    person: {
      name: say('name'),
      sex: say('gender'),
      bornOn: held.record.bornOn ?? '',
      identityDocument: say('identityType'),
      identityNumber: say('identityNumber'),
      ethnicity: say('ethnicGroup'),
      nationality: say('nationality'),
      politicalStatus: say('politicalStatus'),
      formerName: say('formerName'),
      overseasStatus: say('overseasStatus'),
      health: say('health'),
      nativePlace: say('nativePlace'),
      birthPlace: say('birthplace'),
      householdPlace: say('householdPlace'),
      householdKind: say('householdType'),
      address: say('currentAddress') || say('homeAddress'),
      phone: say('phone'),
    },
    registration: registrationOf(source, say),
    guardians: held.record.guardians.map((_, row) => guardianOf(row, say)),
    history: source.history,
    changes: source.changes,
  };
}

function registrationOf({ held, school }: CardSource, say: (path: string) => string): RegistrationCard['registration'] {
  const { open, group } = held;
  return {
    registrationNumber: say('registrationNumber'),
    secondaryNumber: say('auxiliaryNumber'),
    schoolName: school.name,
    schoolCode: school.code ?? '',
    stage: open ? STAGE_WORDS[open.stage as keyof typeof STAGE_WORDS] : '',
    grade: open ? `${intakeName(open.intake_year)}${gradeName(open.grade)}` : '',
    classGroup: group ? `${group.ordinal}班` : '',
    numberInClass: group?.seat_no ? String(group.seat_no) : '',
    admittedIn: monthWords(say('admittedIn')),
    admissionMode: say('entryWay'),
    origin: say('studentSource'),
    studyMode: say('studyMode'),
    state: open ? (REGISTRATION_STATES[open.state] ?? '') : '不在籍',
  };
}

function guardianOf(row: number, say: (path: string) => string): CardGuardian {
  return {
    name: say(`guardians.${row}.name`),
    relationship: say(`guardians.${row}.relation`),
    identityNumber: say(`guardians.${row}.identityNumber`),
    workplace: say(`guardians.${row}.workplace`),
    phone: say(`guardians.${row}.phone`),
  };
}

/** The item at a path in words: codes translated, classified values masked unless they are wanted in full. */
export function wordsOf(record: Record<string, unknown>, path: string, full: boolean): string {
  const column = columnAt(path);
  if (!column) throw new Error(`the form has no item ${path}`);
  const value = path
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], record);
  if (value === undefined || value === null || value === '') return '';
  return full ? textOf(column.field, value) : shownItem(column, value).value;
}

/** 2026-09 → 2026年9月. */
function monthWords(month: string): string {
  if (!/^\d{4}-\d{2}/.test(month)) return month;
  const [year, number] = partsOf(`${month.slice(0, 7)}-01` as CivilDate);
  return `${year}年${number}月`;
}

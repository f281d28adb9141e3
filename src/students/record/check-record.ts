/** 学生记录校验: reads a record as it was filled in, and tells everything that is wrong or doubtful, item by item. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { leadingArea } from '../code-tables/area-codes.ts';
import type { IdentityType } from '../code-tables/identity-tables.ts';
import type { Gender } from '../code-tables/person-tables.ts';
import { checkAgreement, type TellOf } from './check-agreement.ts';
import { checkGuardians } from './check-guardians.ts';
import { checkDocument, storedNumber } from './check-identity.ts';
import { type Column, columns } from './fields/form.ts';
import { GUARDIAN_ROWS } from './fields/guardian-fields.ts';
import { finding, type RecordFinding } from './finding.ts';
import { compactText, type RawRecord, textOf } from './raw-values.ts';
import { type Reader, readerOf, type Value } from './read-value.ts';
import type { Economy, Guardian, StudentItems, StudentRecord } from './student-record.ts';

export interface RecordContext {
  readonly today: CivilDate;
  /** Place code of the school: tells apart places of one name. */
  readonly placeCode?: string;
  /** A draft may lack items: nothing is said of what is not filled in. */
  readonly draft?: boolean;
}

export interface CheckedRecord {
  /** What could be read. Not to be stored as long as any finding is red. */
  readonly record: StudentRecord;
  readonly findings: readonly RecordFinding[];
}

interface Item {
  readonly column: Column;
  readonly key: string;
  readonly label: string;
  readonly read: Reader;
}
type Values = Record<string, Value>;

const items = columns.map((column): Item => {
  const { field, path } = column;
  const label = field.group === 'guardian' && field.key !== 'isGuardian' ? `监护人${field.label}` : field.label;
  return { column, key: path.slice(path.lastIndexOf('.') + 1), label, read: readerOf(field, label) };
});
const studentItems = items.filter(({ column }) => !column.path.includes('.'));
const economyItems = items.filter(({ column }) => column.path.startsWith('economy.'));
const guardianItems = Array.from({ length: GUARDIAN_ROWS }, (_, row) =>
  items.filter(({ column }) => column.path.startsWith(`guardians.${row}.`)),
);

/** Reads and checks one record. Never stops at the first fault, and never throws on what people filled in. */
export function checkRecord(input: RawRecord, context: RecordContext): CheckedRecord {
  const findings: RecordFinding[] = [];
  const tell: TellOf = (field, found) => findings.push({ field, ...found });

  const student = readSection(studentItems, input, context, tell);
  keepDetailOfHousehold(student, input, context);
  tellMissing(studentItems, student, student, input, context, tell);
  checkNumber(studentItems, student, input, context, tell);

  const guardians: Guardian[] = [];
  const rows: number[] = [];
  guardianItems.forEach((section, row) => {
    const guardian = readSection(section, input, context, tell);
    if (section.every(({ column }) => isBlank(input, column.path))) return;
    tellMissing(section, guardian, student, input, context, tell);
    checkNumber(section, guardian, input, context, tell);
    if (Object.keys(guardian).length === 0) return;
    guardians.push(guardian as Guardian);
    rows.push(row);
  });
  const economy = readSection(economyItems, input, context, tell);
  tellMissing(economyItems, economy, student, input, context, tell);

  const record: StudentRecord = { ...(student as StudentItems), guardians, economy: economy as Economy };
  checkAgreement(record, context.today, tell);
  if (!context.draft) checkGuardians(record, guardians, rows, context.today, tell);
  checkEconomy(record.economy, tell);
  return { record, findings };
}

function readSection(section: readonly Item[], input: RawRecord, context: RecordContext, tell: TellOf): Values {
  const values: Values = {};
  for (const { column, key, read } of section) {
    const raw = input[column.path];
    if (raw === undefined || raw === null || raw === '') continue;
    const { value } = read(raw, (found) => tell(column.path, found), context.placeCode ?? '');
    if (value !== undefined) values[key] = value;
  }
  return values;
}

/** Says which required items were left empty; those that were filled in but not read have been told already. */
function tellMissing(
  section: readonly Item[],
  own: Values,
  student: Values,
  input: RawRecord,
  context: RecordContext,
  tell: TellOf,
): void {
  if (context.draft) return;
  for (const { column, key, label } of section) {
    const { required, usual } = column.field;
    if (required === false || own[key] !== undefined || !isBlank(input, column.path)) continue;
    const cure = usual === undefined ? {} : { proposal: usual };
    if (required === true) tell(column.path, finding('REQUIRED', { label }, cure));
    else if (required.when(own, student))
      tell(column.path, finding('REQUIRED_HERE', { label, why: required.why }, cure));
  }
}

/** The number against type, birth and gender. An abolished place code is news of a child, not of its grandparents. */
function checkNumber(
  section: readonly Item[],
  own: Values,
  input: RawRecord,
  context: RecordContext,
  tell: TellOf,
): void {
  const item = section.find(({ key }) => key === 'identityNumber');
  const plain = own['identityNumber'];
  if (item === undefined || typeof plain !== 'string') return;
  const { path } = item.column;
  const type = own['identityType'] as IdentityType | undefined;
  const bornOn = own['bornOn'] as CivilDate | undefined;
  const gender = own['gender'] as Gender | undefined;
  const found = checkDocument(textOf(input[path]), type, {
    today: context.today,
    label: item.label,
    ...(bornOn && { bornOn }),
    ...(gender && { gender }),
  });
  for (const one of found) {
    if (path === 'identityNumber' || one.code !== 'ID_AREA_ABOLISHED') tell(path, one);
  }
  own['identityNumber'] = storedNumber(plain, type);
}

/** 河南省长葛市和尚桥镇 in 户口所在地: what follows the county goes to the address, where that was left empty. */
function keepDetailOfHousehold(student: Values, input: RawRecord, context: RecordContext): void {
  if (student['householdPlace'] === undefined || student['householdAddress'] !== undefined) return;
  const rest = leadingArea(compactText(textOf(input['householdPlace'])), context.placeCode)?.rest;
  if (rest) student['householdAddress'] = rest;
}

function checkEconomy({ unemployed, familySize }: Economy, tell: TellOf): void {
  if (unemployed !== undefined && familySize !== undefined && unemployed > familySize) {
    tell('economy.unemployed', finding('UNEMPLOYED_TOO_MANY', { unemployed, family: familySize }));
  }
}

function isBlank(input: RawRecord, path: string): boolean {
  return textOf(input[path]) === '';
}

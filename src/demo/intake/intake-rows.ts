/** 报名表内容: the first-grade register that the newcomer imports: as families filled it in, with twelve kinds of mistakes. */
import { civilDate } from '../../kernel/civil-date.ts';
import {
  checkDigitOf,
  columns,
  type Field,
  labelOf,
  nameOfArea,
  type RawRecord,
  type RawValue,
  rawOf,
  type StudentRecord,
} from '../../students/index.ts';
import { drawClassGroup } from '../people/draw-class-group.ts';
import { INTAKE_SCHOOL, OTHER_SCHOOL } from '../region/counties.ts';
import type { PlannedSchool } from '../region/directory.ts';
import { type PartPlan, rollsOf } from '../region/plan-part.ts';

type Plan = Omit<PartPlan, 'countiesAfter'>;
type Row = Record<string, RawValue>;

/** Children in each of the new class groups. */
const CHILDREN = 42;

/** One register row, and the finding it is made for. */
export interface IntakeRow {
  raw: RawRecord;
  /** Code of the finding that this row's mistake leads to; absent on a sound row. */
  mistake?: string;
}

/** What goes wrong in such registers, by the code of the finding; each changes the row it is given. */
const MISTAKES: readonly (readonly [code: string, spoil: (row: Row, plan: Plan) => void])[] = [
  ['ID_CHECK_DIGIT', (row) => setNumber(row, (number) => number.slice(0, 17) + (number.endsWith('7') ? '3' : '7'))],
  [
    'ID_BIRTH',
    (row) =>
      Object.assign(row, { bornOn: String(row['bornOn']).replace(/^\d{4}/, (year) => String(Number(year) - 1)) }),
  ],
  [
    'STORED_AS_NUMBER',
    (row) => Object.assign(row, { identityNumber: Number(String(row['identityNumber']).slice(0, 15)) * 1000 }),
  ],
  ['NAME_UNREADABLE', (row) => Object.assign(row, { name: `${[...String(row['name'])][0]}？` })],
  ['NOT_IN_TABLE', (row) => Object.assign(row, { ethnicGroup: '汉人' })],
  ['NOT_A_DATE', (row) => Object.assign(row, { bornOn: '2020-02-30' })],
  ['PHONE', (row) => Object.assign(row, { 'guardians.0.phone': String(row['guardians.0.phone']).slice(0, 10) })],
  ['REQUIRED', (row) => Object.assign(row, { currentAddress: '' })],
  ['CLASS_NOT_HERE', (row) => Object.assign(row, { classGroup: '一(9)班' })],
  ['UNDER_AGE', (row, { schoolYear }) => makeYounger(row, schoolYear)],
];

/** The rows of the register of the intake school. */
export function drawIntakeRows(plan: Plan): IntakeRow[] {
  const rows = childrenOf(plan, INTAKE_SCHOOL, CHILDREN).map((record): { raw: Row; mistake?: string } => ({
    raw: asWritten(record),
  }));
  const documented = rows.filter(({ raw }) => raw['identityType'] === '居民身份证');
  const every = Math.floor(documented.length / (MISTAKES.length + 2));
  MISTAKES.forEach(([code, spoil], index) => {
    const row = documented[(index + 1) * every]!;
    spoil(row.raw, plan);
    row.mistake = code;
  });
  const twice = documented[MISTAKES.length * every + every + 1]!;
  const elsewhere = childrenOf(plan, OTHER_SCHOOL).find(({ identityType }) => identityType === '1')!;
  const { classGroup, seatNo } = rows.at(-1)!.raw;
  twice.mistake = 'IDENTITY_REPEATED';
  return [
    ...rows,
    { raw: { ...twice.raw, seatNo: Number(seatNo) + 1 }, mistake: 'IDENTITY_REPEATED' },
    { raw: { ...asWritten(elsewhere), classGroup, seatNo: Number(seatNo) + 2 }, mistake: 'IDENTITY_REGISTERED' },
  ];
}

/** The first-graders of a school, as many as its class groups hold or as asked for. */
function childrenOf(plan: Plan, slug: string, size?: number): StudentRecord[] {
  const school: PlannedSchool | undefined = plan.schools.find((one) => one.slug === slug);
  if (!school) throw new RangeError('this part of the demonstration has no such school');
  return rollsOf(plan, school, (group) => size ?? group.size)
    .filter(({ group }) => group.grade === 1)
    .flatMap(({ roll }) => [...drawClassGroup(roll)])
    .map(({ record }) => record);
}

/** A record in the words of the form: names for codes, 是 and 否, places in full. */
function asWritten(record: StudentRecord): Row {
  const raw = rawOf(record);
  return Object.fromEntries(
    columns.flatMap(({ path, field }) => (raw[path] === undefined ? [] : [[path, worded(field, raw[path])]])),
  );
}

function worded(field: Field, value: RawValue): RawValue {
  if (field.kind === 'code') return labelOf(field.table, String(value));
  if (field.kind === 'boolean') return value === true ? '是' : '否';
  return field.kind === 'place' ? nameOfArea(String(value)) : value;
}

function setNumber(row: Row, change: (number: string) => string): void {
  row['identityNumber'] = change(String(row['identityNumber']));
}

/** Born a few days after the day that the law asks for, with a number that agrees. */
function makeYounger(row: Row, schoolYear: number): void {
  const bornOn = civilDate(`${schoolYear - 6}-09-09`);
  row['bornOn'] = bornOn;
  setNumber(row, (number) => {
    const seventeen = number.slice(0, 6) + bornOn.replaceAll('-', '') + number.slice(14, 17);
    return seventeen + checkDigitOf(seventeen);
  });
}

/** 学生: one made-up child with every item of the form. */
import { type CivilDate, partsOf } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';
import type { Gender, StudentItems, StudentRecord } from '../../students/index.ts';
import { type Chance, weighted } from '../chance.ts';
import { drawPhone, type Neighbourhood } from './addresses.ts';
import type { Family } from './family.ts';
import { drawName } from './names.ts';
import type { SchoolNumbers } from './school-numbers.ts';

/** What the child's place in the school says of it. */
export interface Seat {
  stage: Stage;
  grade: number;
  /** What the class group is called: 一(1)班. */
  classGroup: string;
  seatNo: number;
  /** `YYYY-MM` in which the child entered this stage. */
  admittedIn: string;
  boarding: number;
  /** A school for children with disabilities, or one for children in trouble. */
  special?: 'SPECIAL' | 'SPECIALIZED' | undefined;
  numbers: SchoolNumbers;
  near: Neighbourhood;
}

export interface DrawnStudent {
  record: StudentRecord;
  number: { kind: 'L' | 'G' | 'J'; number: string };
}

type Items = { -readonly [K in keyof StudentItems]?: StudentItems[K] };

const drawDocument = weighted([
  ['RESIDENT', 970],
  ['NONE', 9],
  ['FOREIGN', 7],
  ['HONG_KONG', 8],
  ['TAIWAN', 6],
] as const);
const OTHER_DOCUMENTS: Partial<Record<ReturnType<typeof drawDocument>, { letter: string; items: Items }>> = {
  FOREIGN: { letter: 'E', items: { identityType: 'A', nationality: 'USA', overseasStatus: '41' } },
  HONG_KONG: { letter: 'H', items: { identityType: '6', nationality: 'HKG', overseasStatus: '01' } },
  TAIWAN: { letter: '', items: { identityType: '8', nationality: 'TWN', overseasStatus: '05' } },
};
const drawHealth = weighted([
  ['10', 955],
  ['20', 33],
  ['30', 12],
] as const);
const drawWay = weighted([
  ['1', 34],
  ['2', 16],
  ['3', 10],
  ['4', 33],
  ['5', 7],
] as const);
const TALENTS = ['围棋', '书法', '舞蹈', '声乐', '乒乓球', '篮球', '绘画', '朗诵', '古筝', '田径', '编程', '豫剧'];
const DISABILITIES = ['1', '2', '3', '4', '5', '5', '5', '6', '7'] as const;
const CATEGORIES = { PRIMARY: '21', JUNIOR: '31', SENIOR: '32' } as const;
/** Of those who have been here longer, so many still wait for the formal number. */
const STILL_TEMPORARY = 0.03;

/** Draws one child of a family for a seat, born on about that day. */
export function drawStudent(chance: Chance, family: Family, seat: Seat, day: CivilDate, gender: Gender): DrawnStudent {
  const document = drawDocument(chance);
  const [bornIn] = partsOf(day);
  const name = drawName(chance, { gender, bornIn, ethnicGroup: family.ethnicGroup, surname: family.surname });
  const identity = identityOf(document, family, seat, day, gender);
  const items: Items = {
    name,
    gender,
    ...identity,
    birthplace: family.householdPlace,
    nativePlace: family.householdPlace,
    ethnicGroup: family.ethnicGroup as NonNullable<StudentItems['ethnicGroup']>,
    ...politicsAndBody(chance, seat),
    ...placeInSchool(chance, seat),
    ...contactOf(chance, family, seat),
    ...circumstances(chance, family, seat),
  };
  const record: StudentRecord = { ...items, guardians: family.guardians, economy: family.economy };
  return { record, number: numberOf(chance, record, seat) };
}

function identityOf(
  document: ReturnType<typeof drawDocument>,
  family: Family,
  { numbers }: Seat,
  day: CivilDate,
  gender: Gender,
): Items {
  const chinese = { nationality: 'CHN', overseasStatus: '00' } as const;
  const other = OTHER_DOCUMENTS[document];
  if (other) return { bornOn: day, identityNumber: other.letter + numbers.serial(), ...other.items };
  if (document === 'NONE' && family.guardians[0]?.identityNumber) return { bornOn: day, identityType: 'Z', ...chinese };
  const { number, bornOn } = numbers.identity(family.householdPlace, day, gender);
  return { bornOn, identityType: '1', identityNumber: number, ...chinese };
}

function politicsAndBody(chance: Chance, { grade, special }: Seat): Items {
  const disabled = special === 'SPECIAL';
  const inclusive = !disabled && chance.happens(0.004);
  const disability = disabled ? chance.pick(DISABILITIES) : inclusive ? chance.pick(['1', '2', '5'] as const) : '0';
  return {
    politicalStatus: grade >= 9 && chance.happens(0.3) ? '03' : '13',
    health: disability === '0' ? drawHealth(chance) : '50',
    disabilityType: disability,
    inclusiveEducation: inclusive
      ? ({ '1': '11', '2': '12', '5': '13' } as const)[disability as '1' | '2' | '5']
      : '00',
    ...(chance.happens(0.5) ? { bloodType: chance.pick(['1', '2', '3', '4', '4'] as const) } : {}),
    ...(chance.happens(0.2) ? { talents: chance.pick(TALENTS) } : {}),
  };
}

function placeInSchool(chance: Chance, seat: Seat): Items {
  const { stage, grade, special } = seat;
  return {
    seatNo: seat.seatNo,
    grade: String(grade) as NonNullable<StudentItems['grade']>,
    classGroup: seat.classGroup,
    admittedIn: seat.admittedIn,
    entryWay: stage === 'SENIOR' ? '21' : '11',
    studyMode: chance.happens(seat.boarding) ? '2' : '1',
    studentSource: '1',
    studentCategory: special === 'SPECIAL' ? '51' : special === 'SPECIALIZED' ? '34' : CATEGORIES[stage],
  };
}

function contactOf(chance: Chance, { guardians, home, householdPlace }: Family, { near }: Seat): Items {
  return {
    householdPlace,
    householdAddress: home.slice(near.countyName.length),
    householdType: '3',
    currentAddress: home,
    mailingAddress: home,
    homeAddress: home,
    phone: guardians[0]?.phone ?? drawPhone(chance),
    postalCode: near.postalCode,
  };
}

function circumstances(chance: Chance, family: Family, { near, grade }: Seat): Items {
  const way = drawWay(chance);
  return {
    onlyChild: chance.happens(0.38),
    attendedPreschool: chance.happens(0.96),
    leftBehind: family.leftBehind,
    migrantWorkerChild: family.householdPlace !== near.countyCode,
    orphan: family.orphan,
    martyrChild: chance.happens(0.001),
    purchasedPlace: false,
    needsAid: family.needsAid,
    receivesSubsidy: family.needsAid && grade <= 9 && chance.happens(0.5),
    distanceToSchool: chance.between(2, 80) / 10,
    wayToSchool: way,
    needsSchoolBus: way === '5',
  };
}

/** G for nearly all who are beyond their first year, L until then; J without a document. */
function numberOf(chance: Chance, record: StudentRecord, { numbers, grade, stage }: Seat): DrawnStudent['number'] {
  const { bornOn, identityType, identityNumber } = record;
  if (!bornOn) throw new Error('a student was drawn without a birthday');
  if (!identityNumber) return { kind: 'J', number: numbers.undocumented(bornOn) };
  const first = stage === 'PRIMARY' && grade === 1;
  if (identityType !== '1' || first || chance.happens(STILL_TEMPORARY))
    return { kind: 'L', number: numbers.temporary(bornOn) };
  return { kind: 'G', number: `G${identityNumber}` };
}

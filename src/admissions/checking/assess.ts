/** 核对: everything that can be said of a record before anybody decides: validation, class group, law, duplicates. */
import type { Services } from '../../access/index.ts';
import { firstGradeOf, getInstitution, type Institution, listClassGroups, stageOf } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf, intakeYearOf } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';
import {
  checkDuplicates,
  checkRecord,
  identityHashOf,
  type MatchSubject,
  matchKeysOf,
  type NamePinyin,
  pinyinOf,
  type RawRecord,
  type StudentRecord,
} from '../../students/index.ts';
import type { EntrantFinding } from '../entrants/entrant.ts';
import { type Place, placingInto } from './class-placement.ts';
import { duplicateFindings } from './duplicate-findings.ts';
import { type EntryAge, entryAgeAt } from './entry-age-findings.ts';
import { listOwn } from './repeats.store.ts';

/** What a school's records are checked against; read once for a whole batch. */
export interface Intake {
  school: Institution;
  place: Place;
  entryAge: EntryAge;
  today: CivilDate;
}

/** A record with everything found on it. */
export interface Assessed {
  id: string;
  raw: RawRecord;
  record: StudentRecord;
  findings: EntrantFinding[];
  stage: Stage;
  grade: number;
  intakeYear: number;
  classGroupId: string | null;
  /** 一(1)班; absent where the class group was not found. */
  className: string | undefined;
  pinyin: NamePinyin;
  identityHash: Buffer | null;
}

/**
 * What a school's records are checked against on the day of this transaction; the school where it was read before, else
 * its id. Refuses NOT_FOUND.
 */
export async function readIntake(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  of: string | Institution,
): Promise<Intake> {
  const today = dayOf(tx.now);
  const school = typeof of === 'string' ? await getInstitution(tx, { id: of }) : of;
  const place = placingInto(await listClassGroups(tx, school.id, today), today);
  return { school, place, entryAge: entryAgeAt(law, school, today), today };
}

/** Checks a batch of raw records, each by itself and against everybody who is registered. */
export async function assessBatch(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index'>,
  intake: Intake,
  rows: readonly { id: string; raw: RawRecord }[],
): Promise<Assessed[]> {
  const assessed = rows.map((row) => assessAlone(services, intake, row));
  await addDuplicates(tx, services, intake, assessed);
  return assessed;
}

/** Adds what the duplicate check finds over the whole node. */
export async function addDuplicates(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index'>,
  { school }: Pick<Intake, 'school'>,
  assessed: readonly Assessed[],
): Promise<void> {
  const subjects = assessed.flatMap((one) => subjectOf(services, one) ?? []);
  const duplicates = await checkDuplicates(tx, services, subjects);
  if (duplicates.size === 0) return;
  const holders = [...duplicates.values()].flatMap(({ exact }) => exact?.studentId ?? []);
  const own = await listOwn(tx, school.id, holders);
  for (const one of assessed) {
    const result = duplicates.get(one.id);
    if (result) one.findings.push(...duplicateFindings(result, own.has(result.exact?.studentId ?? '')));
  }
}

/** How many of the findings must be mended, and how many wait to be looked at: a confirmed one waits no more. */
export function countFindings(findings: readonly EntrantFinding[]): { red: number; amber: number } {
  let red = 0;
  let amber = 0;
  for (const { severity, confirmed } of findings) {
    if (severity === 'red') red++;
    else if (!confirmed) amber++;
  }
  return { red, amber };
}

/** Checks one record without looking at anybody else's. */
export function assessAlone(
  services: Pick<Services, 'index'>,
  intake: Intake,
  { id, raw }: { id: string; raw: RawRecord },
): Assessed {
  const { school, today } = intake;
  const { record, findings: found } = checkRecord(raw, { today, placeCode: school.placeCode });
  const placed = intake.place(String(raw['classGroup'] ?? ''), Number(record.grade) || undefined);
  const findings: EntrantFinding[] = [...found, ...placed.findings];
  const grade = placed.grade ?? (Number(record.grade) || firstGradeTaught(school));
  const stage = stageOf(grade, school.years);
  if (!school.stages.includes(stage)) findings.push(stageNotTaught(grade));
  if (record.schoolCode && record.schoolCode !== school.code) findings.push(otherSchool());
  // A stage has intakes of its own: who comes into grade 7 of a nine-year school is of this year's, not of six years ago.
  const intakeYear = placed.intakeYear ?? intakeYearOf(today) - (grade - firstGradeOf(stage, school.years));
  const { bornOn, identityType, identityNumber, name } = record;
  if (bornOn && grade === 1) {
    const approved = isFilled(raw['entryApproval']);
    findings.push(...intake.entryAge({ bornOn, intakeYear, approved }));
  }
  return {
    id,
    raw,
    record,
    findings,
    stage,
    grade,
    intakeYear,
    classGroupId: placed.classGroupId,
    className: placed.name,
    pinyin: pinyinOf(name ?? ''),
    identityHash: identityType && identityNumber ? identityHashOf(services.index, identityType, identityNumber) : null,
  };
}

/** The record as the duplicate check compares it; undefined while name, birthday or gender cannot be read. */
export function subjectOf({ index }: Pick<Services, 'index'>, one: Assessed): MatchSubject | undefined {
  const { name, gender, bornOn, identityNumber, guardians } = one.record;
  if (!name || !gender || !bornOn) return undefined;
  const residentNumber = identityNumber && /^\d{17}[\dX]$/.test(identityNumber) ? identityNumber : null;
  const people = guardians.map((guardian) => ({
    number: guardian.identityNumber ?? null,
    phone: guardian.phone ?? null,
  }));
  const { plain } = one.pinyin;
  return {
    id: one.id,
    name,
    plainPinyin: plain,
    gender,
    bornOn,
    residentNumber,
    identityHash: one.identityHash,
    // Asked for only where a record with a key in common was found.
    get guardianHashes() {
      return people.flatMap((person) => guardianHashesOf(index, person)).map((hash) => hash.toString('hex'));
    },
    keys: matchKeysOf(index, { plainPinyin: plain, bornOn, residentNumber, guardians: people }),
  };
}

/** The digests under which a guardian's number and phone are kept. */
export const guardianHashesOf = (
  index: Services['index'],
  { number, phone }: { number: string | null; phone: string | null },
): Buffer[] => [
  ...(number ? [index.blindIndex('guardian-number', number)] : []),
  ...(phone ? [index.blindIndex('guardian-phone', phone)] : []),
];

const isFilled = (value: RawRecord[string]): boolean => typeof value === 'string' && value.trim() !== '';

const STAGES = ['PRIMARY', 'JUNIOR', 'SENIOR'] as const;

const firstGradeTaught = ({ stages, years }: Institution): number =>
  firstGradeOf(STAGES.find((stage) => stages.includes(stage)) ?? 'PRIMARY', years);

const stageNotTaught = (grade: number): EntrantFinding => ({
  field: 'grade',
  severity: 'red',
  code: 'STAGE_NOT_TAUGHT',
  cause: '本校不设此学段',
  sentence: `本校不设${grade}年级所在的学段。`,
  remedy: '核对年级；确属本校的，请主管部门先更正学校的学段',
});

const otherSchool = (): EntrantFinding => ({
  field: 'schoolCode',
  severity: 'red',
  code: 'OTHER_SCHOOL',
  cause: '学校标识码不是本校',
  sentence: '所填学校标识码不是本校的。',
  remedy: '删去此格，或改为本校的标识码；他校学生由他校登记',
});

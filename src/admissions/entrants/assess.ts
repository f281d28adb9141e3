/** 核对: everything that can be said of a record before anybody decides: validation, class group, law, duplicates. */
import type { Services } from '../../access/index.ts';
import {
  type ClassGroup,
  classGroupName,
  gradeOf,
  type Institution,
  readClassGroup,
  stageOf,
} from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, intakeYearOf } from '../../kernel/civil-date.ts';
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
import { duplicateFindings, repeatedInBatch } from './duplicate-findings.ts';
import type { EntrantFinding } from './entrant.ts';
import { entryAgeFindings } from './entry-age-findings.ts';

/** What a school's records are checked against; read once for a whole batch. */
export interface Intake {
  school: Institution;
  classGroups: readonly ClassGroup[];
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
  pinyin: NamePinyin;
  identityHash: Buffer | null;
}

/** Checks a batch of raw records. Findings of the records in one batch about each other are included. */
export async function assessBatch(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index' | 'law'>,
  intake: Intake,
  rows: readonly { id: string; raw: RawRecord }[],
): Promise<Assessed[]> {
  const assessed = rows.map((row) => assessOne(services, intake, row));
  const subjects = assessed.flatMap((one) => subjectOf(services, one) ?? []);
  const duplicates = await checkDuplicates(tx, services, subjects);
  const repeated = repeatedInBatch(assessed);
  for (const one of assessed) {
    const result = duplicates.get(one.id);
    if (result) one.findings.push(...duplicateFindings(result));
    one.findings.push(...(repeated.get(one.id) ?? []));
  }
  return assessed;
}

/** How many of the findings must be mended, and how many only looked at. */
export const countFindings = (findings: readonly EntrantFinding[]) => ({
  red: findings.filter(({ severity }) => severity === 'red').length,
  amber: findings.filter(({ severity }) => severity === 'amber').length,
});

function assessOne(
  services: Pick<Services, 'index' | 'law'>,
  intake: Intake,
  { id, raw }: { id: string; raw: RawRecord },
): Assessed {
  const { school, today } = intake;
  const { record, findings: found } = checkRecord(raw, { today });
  const findings: EntrantFinding[] = found.map((finding) => ({ ...finding }));
  const placed = classGroupFor(intake, String(raw['classGroup'] ?? ''), Number(record.grade) || undefined);
  findings.push(...placed.findings);
  const grade = placed.grade ?? (Number(record.grade) || firstGradeTaught(school));
  const stage = stageOf(grade, school.years);
  if (!school.stages.includes(stage)) findings.push(stageNotTaught(grade));
  if (record.schoolCode && record.schoolCode !== school.code) findings.push(otherSchool());
  const intakeYear = placed.intakeYear ?? intakeYearOf(today) - (grade - firstGradeTaught(school));
  const { bornOn, identityType, identityNumber, name } = record;
  if (bornOn && grade === 1)
    findings.push(
      ...entryAgeFindings(services.law, intake, { bornOn, intakeYear, approved: isFilled(raw['entryApproval']) }),
    );
  return {
    id,
    raw,
    record,
    findings,
    stage,
    grade,
    intakeYear,
    classGroupId: placed.classGroupId,
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
    guardianHashes: people.flatMap((person) => guardianHashesOf(index, person)).map((hash) => hash.toString('hex')),
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

const firstGradeTaught = (school: Institution): number => {
  const [first = 'PRIMARY'] = (['PRIMARY', 'JUNIOR', 'SENIOR'] as const).filter((stage) =>
    school.stages.includes(stage),
  );
  return first === 'PRIMARY' ? 1 : first === 'JUNIOR' ? (school.years.PRIMARY ?? 6) + 1 : 10;
};

interface Placed {
  classGroupId: string | null;
  grade?: number;
  intakeYear?: number;
  findings: EntrantFinding[];
}

/** Finds the class group that a cell names, by code or by any usual spelling. */
function classGroupFor({ classGroups, today }: Intake, text: string, grade: number | undefined): Placed {
  if (!text.trim()) return { classGroupId: null, findings: [] }; // the record's own check says that it is missing
  const named = classGroups.map((group) => {
    const inGrade = gradeOf(group, today);
    return { group, grade: inGrade, name: classGroupName(inGrade, group.ordinal) };
  });
  const read = readClassGroup(text);
  const match = named.find(
    (one) => one.group.code === text.trim() || (read && one.grade === read.grade && one.group.ordinal === read.ordinal),
  );
  if (!match) {
    const choices = named.filter((one) => !grade || one.grade === grade).map((one) => one.name);
    return { classGroupId: null, findings: [classNotHere(text, choices)] };
  }
  const findings = grade && grade !== match.grade ? [classOfOtherGrade(match.name)] : [];
  return { classGroupId: match.group.id, grade: match.grade, intakeYear: match.group.intakeYear, findings };
}

const classNotHere = (found: string, choices: string[]): EntrantFinding => ({
  field: 'classGroup',
  severity: 'red',
  code: 'CLASS_NOT_HERE',
  cause: '班级不在本校',
  sentence: choices.length
    ? `本校没有“${found}”。本校写法为${choices.slice(0, 6).join('、')}${choices.length > 6 ? '等' : ''}。`
    : `本校没有“${found}”，此年级还没有建班。`,
  remedy: choices.length ? '改为本校已建班级的名称' : '先在“班级”中建班，再填班级',
});

const classOfOtherGrade = (name: string): EntrantFinding => ({
  field: 'grade',
  severity: 'red',
  code: 'CLASS_OF_OTHER_GRADE',
  cause: '年级与班级不符',
  sentence: `${name}不是所填年级的班级。`,
  remedy: '改年级或改班级',
});

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

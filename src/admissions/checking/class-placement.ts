/** 编入班级: finds the class group that a cell names, by code or by any usual spelling. */
import { type ClassGroup, classGroupName, gradeOf, readClassGroup, readOrdinal } from '../../authorities/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { EntrantFinding } from '../entrants/entrant.ts';

/** Where a record goes by what it says of its class group. */
export interface Placed {
  classGroupId: string | null;
  /** As the school writes it: 一(1)班; absent where no class group was found. */
  name?: string;
  grade?: number;
  intakeYear?: number;
  findings: readonly EntrantFinding[];
}

/** Places one record by the text of its class group and, where it can be read, its grade. */
export type Place = (text: string, grade: number | undefined) => Placed;

/** More spellings than a school has; a file of nonsense must not fill the memory. */
const MOST_REMEMBERED = 2_000;

/** The placing into these class groups on a day. Rows of one class group ask the same: each answer is worked out once. */
export function placingInto(classGroups: readonly ClassGroup[], today: CivilDate): Place {
  const named = classGroups.map((group) => {
    const grade = gradeOf(group, today);
    return { group, grade, name: classGroupName(grade, group.ordinal) };
  });
  const known = new Map<string, Placed>();
  const place: Place = (text, grade) => {
    if (PENDING.test(text.normalize('NFKC').replaceAll(/\s/g, ''))) return { classGroupId: null, findings: [] };
    if (!text.trim()) return { classGroupId: null, findings: [] }; // the record's own check says that it is missing
    const read = readClassGroup(text);
    const match = named.find(
      (one) =>
        one.group.code === text.trim() || (read && one.grade === read.grade && one.group.ordinal === read.ordinal),
    );
    if (!match) {
      const inGrade = named.filter((one) => !grade || one.grade === grade);
      const meant = meantBy(text, grade, named);
      const choices = inGrade.map((one) => one.name);
      return { classGroupId: null, findings: [classNotHere(text, choices, meant?.name)] };
    }
    return {
      classGroupId: match.group.id,
      name: match.name,
      grade: match.grade,
      intakeYear: match.group.intakeYear,
      findings: grade && grade !== match.grade ? [classOfOtherGrade(match.name)] : [],
    };
  };
  return (text, grade) => {
    const key = `${grade ?? ''}/${text}`;
    const before = known.get(key);
    if (before) return before;
    const placed = place(text, grade);
    if (known.size < MOST_REMEMBERED) known.set(key, placed);
    return placed;
  };
}

interface Named {
  group: ClassGroup;
  grade: number;
  name: string;
}

const ORDINAL = '\\(?(\\d{1,2}|[一二三四五六七八九十]{1,3})\\)?班?';
/** 待分班: placed later, by draw or by hand. */
const PENDING = /^[待未][分编]班$/;
/** 1班, (1), 三班: only the ordinal is written, the grade stands in a column of its own. */
const ORDINAL_ALONE = new RegExp(`^${ORDINAL}$`);
/** 2026级1班: the intake is written instead of the grade. */
const BY_INTAKE = new RegExp(`^(20\\d\\d)级${ORDINAL}$`);
/** 1.2班, 1-2, 1、2班; 102班: grade and ordinal in figures. */
const IN_FIGURES = /^(\d{1,2})[.\-、/_](\d{1,2})班?$|^(\d)(\d{2})班$/;
/** 小学一年级1班, 初中部七(2)班: the stage is written before. */
const STAGE_BEFORE = /^(小学|初中|高中)部?/;

/** The class group that a person would take the text for; put forward as a cure and taken only by a person. */
function meantBy(text: string, grade: number | undefined, named: readonly Named[]): Named | undefined {
  const compact = text.normalize('NFKC').replaceAll(/\s/g, '').replace(STAGE_BEFORE, '');
  const inGrade = (wanted: number, ordinal: number | undefined) =>
    named.find((one) => one.grade === wanted && one.group.ordinal === ordinal);
  const [, alone] = ORDINAL_ALONE.exec(compact) ?? [];
  if (alone) return grade ? inGrade(grade, readOrdinal(alone)) : undefined;
  const [, year, ofIntake = ''] = BY_INTAKE.exec(compact) ?? [];
  if (year)
    return named.find(({ group }) => group.intakeYear === Number(year) && group.ordinal === readOrdinal(ofIntake));
  const [, apart, ordinalApart, joined, ordinalJoined] = IN_FIGURES.exec(compact) ?? [];
  const figures = apart ?? joined;
  const read = figures
    ? { grade: Number(figures), ordinal: Number(ordinalApart ?? ordinalJoined) }
    : readClassGroup(compact);
  return read && inGrade(read.grade, read.ordinal);
}

const classNotHere = (found: string, choices: string[], proposal: string | undefined): EntrantFinding => ({
  field: 'classGroup',
  severity: 'red',
  code: 'CLASS_NOT_HERE',
  cause: '班级不在本校',
  sentence: choices.length
    ? `本校没有“${found}”。本校写法为${choices.slice(0, 6).join('、')}${choices.length > 6 ? '等' : ''}。`
    : `本校没有“${found}”，此年级还没有建班。`,
  remedy: choices.length ? '改为本校已建班级的名称' : '先在“班级”中建班，再填班级',
  ...(proposal ? { proposal } : {}),
});

const classOfOtherGrade = (name: string): EntrantFinding => ({
  field: 'grade',
  severity: 'red',
  code: 'CLASS_OF_OTHER_GRADE',
  cause: '年级与班级不符',
  sentence: `${name}不是所填年级的班级。`,
  remedy: '改年级或改班级',
});

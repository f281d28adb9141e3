/** 班级: names and codes of class groups: grade by the school year, ordinal within grade, intake year as 2026级. */
import { type CivilDate, schoolYearOf } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';

export interface ClassGroup {
  id: string;
  schoolId: string;
  path: string;
  county: string;
  stage: Stage;
  intakeYear: number;
  /** Grade in which it was formed (1 or 7 or 10 as a rule). */
  firstGrade: number;
  ordinal: number;
  code: string;
  kind: string;
  /** 复式班: years of entry that sit in it beside its own, in the same stage. */
  otherIntakes?: readonly number[];
  teacherId: string | null;
  validFrom: CivilDate;
  validTo: CivilDate | null;
}

const GRADE_WORDS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '高一', '高二', '高三'];

/** 一年级 … 九年级, 高一 … 高三 (SC-4.3). */
export const gradeName = (grade: number): string => (grade >= 10 ? GRADE_WORDS[grade]! : `${GRADE_WORDS[grade]}年级`);

/** 2026级: a year's intake (SC-4.4). */
export const intakeName = (intakeYear: number): string => `${intakeYear}级`;

/** The grade a class group is in on a day: one up each school year since it was formed. */
export function gradeOf(
  { firstGrade, intakeYear }: Pick<ClassGroup, 'firstGrade' | 'intakeYear'>,
  day: CivilDate,
): number {
  return Math.min(12, Math.max(firstGrade, firstGrade + schoolYearOf(day) - intakeYear));
}

/** 一(1)班, 高一(2)班: how the school writes it in that grade. */
export const classGroupName = (grade: number, ordinal: number): string => `${GRADE_WORDS[grade]}(${ordinal})班`;

/** 复式班: the grades that are taught together on a day; its own alone where it is no such class group. */
export function gradesTogether(
  group: Pick<ClassGroup, 'firstGrade' | 'intakeYear' | 'otherIntakes'>,
  day: CivilDate,
): number[] {
  const intakes = [group.intakeYear, ...(group.otherIntakes ?? [])];
  return intakes.map((intakeYear) => gradeOf({ firstGrade: group.firstGrade, intakeYear }, day)).sort((a, b) => a - b);
}

/** 班号, made by the system (S6-4.1): intake year, stage, ordinal: 2026-1-03. */
export function classGroupCode(stage: Stage, intakeYear: number, ordinal: number): string {
  const digit = { PRIMARY: 1, JUNIOR: 2, SENIOR: 3 }[stage];
  return `${intakeYear}${digit}${String(ordinal).padStart(2, '0')}`;
}

/** The first grade of a stage under the school's years of schooling (六三制: 1, 7, 10; 五四制: 1, 6, 10). */
export function firstGradeOf(stage: Stage, years: Partial<Record<Stage, number>>): number {
  if (stage === 'PRIMARY') return 1;
  return stage === 'JUNIOR' ? (years.PRIMARY ?? 6) + 1 : 10;
}

/** The grades that a school of these stages and years teaches. */
export function gradesOf(
  stages: readonly Stage[],
  years: Partial<Record<Stage, number>>,
): { stage: Stage; grade: number }[] {
  const usual: Record<Stage, number> = { PRIMARY: 6, JUNIOR: 3, SENIOR: 3 };
  return stages.flatMap((stage) =>
    Array.from({ length: years[stage] ?? usual[stage] }, (_, index) => ({
      stage,
      grade: firstGradeOf(stage, years) + index,
    })),
  );
}

/**
 * Reads how people write a class group: 一(1)班, 一（1）班, 一年级1班, 1年级(1)班, 一年十二班, 高一2班, 七(3). Undefined where
 * it is none of these.
 */
export function readClassGroup(text: string): { grade: number; ordinal: number } | undefined {
  const compact = text.normalize('NFKC').replaceAll(/\s/g, '');
  const match =
    /^(高?[一二三四五六七八九]|\d{1,2}|初[一二三])(?:年级?)?\(?(\d{1,2}|[一二三四五六七八九十]{1,3})\)?班?$/.exec(
      compact,
    );
  if (!match) return undefined;
  const grade = readGrade(match[1]!);
  const ordinal = readOrdinal(match[2]!);
  return grade && ordinal ? { grade, ordinal } : undefined;
}

/** Reads the number of a class group within its grade: 3, 03, 三, 十二, 二十. Undefined where it is none. */
export function readOrdinal(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text) || undefined;
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!match) return undefined;
  const digit = (character: string | undefined) => (character ? '一二三四五六七八九'.indexOf(character) + 1 : 0);
  const tens = match[2] ? digit(match[1]) || 1 : 0;
  return tens * 10 + digit(match[3]) || undefined;
}

/** Reads a grade: 一年级, 1, 七年级, 初一, 高一. Undefined where it is none. */
export function readGrade(text: string): number | undefined {
  const compact = text.normalize('NFKC').replaceAll(/\s|年级$/g, '');
  if (/^\d{1,2}$/.test(compact)) return Number(compact) >= 1 && Number(compact) <= 12 ? Number(compact) : undefined;
  if (/^初[一二三]$/.test(compact)) return 6 + '一二三'.indexOf(compact[1]!) + 1;
  const index = GRADE_WORDS.indexOf(compact);
  return index > 0 ? index : undefined;
}

/** The stage that a grade lies in, under the school's years of schooling. */
export function stageOf(grade: number, years: Partial<Record<Stage, number>> = {}): Stage {
  if (grade >= 10) return 'SENIOR';
  return grade < firstGradeOf('JUNIOR', years) ? 'PRIMARY' : 'JUNIOR';
}

/** 学籍经历与变动: the lists of a registration card, from registrations and versions of key data. Pure. */
import { gradeName } from '../../authorities/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { genders, identityTypes, labelOf, REGISTRATION_STATES } from '../../students/index.ts';
import type { CoursePart } from './card-course.store.ts';
import type { CardChange, CardHistoryEntry } from './registration-card.ts';

export const STAGE_WORDS = { PRIMARY: '小学', JUNIOR: '初中', SENIOR: '高中' } as const;

/** One line a school and stage: when, which grades, and how it ended. */
export function historyOf(course: readonly CoursePart[]): CardHistoryEntry[] {
  const periods: CoursePart[][] = [];
  for (const part of course) {
    const period = periods.at(-1);
    const before = period?.at(-1);
    if (period && before?.schoolName === part.schoolName && before.stage === part.stage) period.push(part);
    else periods.push([part]);
  }
  return periods.map((parts, index) => {
    const [first] = parts;
    const last = parts.at(-1)!;
    const grades = [...new Set(parts.map(({ grade }) => gradeName(grade)))];
    return {
      from: first!.from,
      to: last.to ?? '',
      schoolName: first!.schoolName,
      grades: `${STAGE_WORDS[first!.stage]}${grades[0]}${grades.length > 1 ? `至${grades.at(-1)}` : ''}`,
      outcome: last.to === null ? (REGISTRATION_STATES[last.state] ?? '') : endOf(last, periods[index + 1]?.[0]),
    };
  });
}

/** How a period ended, told by what came after it. */
function endOf(last: CoursePart, next: CoursePart | undefined): string {
  if (!next) return '离校';
  return next.stage === last.stage ? '转出' : '升学';
}

/** One version of key data. */
export interface KeyDataVersion {
  name: string;
  gender: string;
  bornOn: CivilDate;
  identity_type: string;
  validFrom: CivilDate;
  case_id: string;
}

/** What each later version changed against the one before it; numbers are named, never told. */
export function changesOf(
  versions: readonly KeyDataVersion[],
  deciders: ReadonlyMap<string, { number: string; authority: string }>,
): CardChange[] {
  return versions.slice(1).map((now, index) => {
    const before = versions[index]!;
    const told = [
      ['姓名', before.name, now.name],
      ['性别', labelOf(genders, before.gender), labelOf(genders, now.gender)],
      ['出生日期', before.bornOn, now.bornOn],
      ['证件类型', labelOf(identityTypes, before.identity_type), labelOf(identityTypes, now.identity_type)],
    ].flatMap(([item, was = '', is = '']) => (was === is ? [] : `${item}由“${was}”变更为“${is}”`));
    const decider = deciders.get(now.case_id);
    return {
      on: now.validFrom,
      kind: '关键数据变更',
      content: told.join('；') || '身份证件号变更',
      decidedBy: decider?.authority ?? '',
      caseNumber: decider?.number ?? '',
    };
  });
}

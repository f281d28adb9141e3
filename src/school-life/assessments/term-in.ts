/** 学期与班级成员: which terms a class group has had, in which grade it was, and who sat in it. */
import type { ClassGroup } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, civilDate, dayOf, schoolYearOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { listMembers, type Member } from '../attendance/register/members.store.ts';
import { usualTerm } from '../attendance/term-of.ts';
import type { TermOf } from './assessment.api.ts';

/** The term of a day: the first from September to January. */
export function termAt(day: CivilDate): TermOf {
  const { startsOn } = usualTerm(day);
  return { schoolYear: schoolYearOf(day), term: startsOn.slice(5) === '09-01' ? 1 : 2 };
}

/** First and last day, by the usual halves of the school year. */
export const spanOf = ({ schoolYear, term }: TermOf): { startsOn: CivilDate; endsOn: CivilDate } =>
  usualTerm(civilDate(term === 1 ? `${schoolYear}-10-01` : `${schoolYear + 1}-04-01`));

export const termBefore = ({ schoolYear, term }: TermOf): TermOf =>
  term === 2 ? { schoolYear, term: 1 } : { schoolYear: schoolYear - 1, term: 2 };

/** This term and the ones before it, latest first. */
export function lastTerms(now: Date, count: number): TermOf[] {
  const terms = [termAt(dayOf(now))];
  while (terms.length < count) terms.push(termBefore(terms.at(-1)!));
  return terms;
}

/** The grade of a class group in a term. */
export const gradeIn = (
  { firstGrade, intakeYear }: Pick<ClassGroup, 'firstGrade' | 'intakeYear'>,
  { schoolYear }: TermOf,
): number => Math.min(12, firstGrade + Math.max(0, schoolYear - intakeYear));

/**
 * Who sits in the class group in a term: today in the running one, on its last day in one that is over. Refuses BAD_INPUT
 * for a term to come and one before the class group was formed.
 */
export async function membersIn(tx: Transaction, group: ClassGroup, term: TermOf): Promise<Member[]> {
  const today = dayOf(tx.now);
  const { startsOn, endsOn } = spanOf(term);
  if (startsOn > today) throw refuse('BAD_INPUT', { what: '学期还没有开始，请选本学期或以前的学期' });
  if (endsOn < group.validFrom || term.schoolYear < group.intakeYear) {
    throw refuse('BAD_INPUT', { what: '此学期还没有这个班，请选以后的学期' });
  }
  const on = [endsOn, today].toSorted()[0]!;
  const members = await listMembers(tx, group.id, { from: on, to: on });
  // A seat that ends on the day is still found by the span; each student once.
  return [...new Map(members.map((member) => [member.studentId, member])).values()];
}

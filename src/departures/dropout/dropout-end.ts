/** 辍学学籍终止: past the compulsory years the registration of a dropout need not be kept; before, it is never cancelled. */

import type { Institution } from '../../authorities/index.ts';
import { firstGradeOf, gradesOf } from '../../authorities/index.ts';
import { type AnyChangeKind, asked, changeKind, type StudentStanding } from '../../changes/index.ts';
import { type CivilDate, schoolYearOf } from '../../kernel/civil-date.ts';
import { text } from '../../policy/questions/fact.ts';
import { endRegistration } from '../../students/index.ts';

export const dropoutEnd: AnyChangeKind = changeKind({
  kind: 'DROPOUT_END',
  tables: 'dropout-end',
  title: '辍学学籍终止',
  prefix: 'CZ',
  purpose: '辍学学生已超过义务教育年限，不再保留学籍',
  form: { note: asked(text('劝返情况'), { hint: '写明历次劝返和未返的情况' }) },
  unfit: ({ state }) => (state === 'DROPPED_OUT' ? undefined : '此学生没有登记为辍学，不办理辍学学籍终止'),
  ask: (law, where, { standing, school, day }) =>
    law.ask('dropout-registration', where, {
      ...{ stage: standing.stage, act: 'CANCEL', migrant: false },
      pastCompulsory: isPastCompulsory(standing, school, day),
    }),
  barred: ({ standing, school, day }, { verdict }) =>
    verdict !== 'REFUSE' && !isPastCompulsory(standing, school, day)
      ? '义务教育年限内学籍保留，不得终止；继续劝返，回校的办理辍学复学'
      : undefined,
  complete: ({ tx, studentId, caseId, on }) =>
    endRegistration(tx, { studentId, caseId, on, from: ['DROPPED_OUT'], reason: 'PAST_COMPULSORY' }),
  after: { role: '学籍终止', fact: '学籍终止，档案和学籍号保留' },
});

/** 义务教育年限: until those who entered school together with the student have ended grade nine, whatever the student does. */
export function isPastCompulsory(
  { grade, since }: Pick<StudentStanding, 'grade' | 'since'>,
  { years }: Pick<Institution, 'years'>,
  day: CivilDate,
): boolean {
  const last = firstGradeOf('JUNIOR', years) + (gradesOf(['JUNIOR'], years).length - 1);
  return grade + (schoolYearOf(day) - schoolYearOf(since)) > last;
}

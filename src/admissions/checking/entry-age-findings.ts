/** 入学年龄核对: what the law of the place says of a first-grader's age. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Law } from '../../policy/index.ts';
import type { EntrantFinding } from '../entrants/entrant.ts';
import type { Intake } from './assess.ts';

/** A MUST refusal is red, a PRINCIPLE one amber; what complies leaves nothing here. */
export function entryAgeFindings(
  law: Law,
  { school, today }: Intake,
  child: { bornOn: CivilDate; intakeYear: number; approved: boolean },
): EntrantFinding[] {
  const where = { placeCode: school.placeCode, day: today, ...(school.code ? { schoolCode: school.code } : {}) };
  const decision = law.ask('entry-age', where, {
    bornOn: child.bornOn,
    intakeYear: child.intakeYear,
    grade: 1,
    ...(child.approved ? { approved: 'EARLY' as const } : {}),
  });
  return decision.findings
    .filter(({ verdict }) => verdict !== 'ALLOW')
    .map((finding) => ({
      field: 'bornOn',
      severity: finding.verdict === 'REFUSE' ? ('red' as const) : ('amber' as const),
      code: finding.code,
      cause: finding.verdict === 'REFUSE' ? '不足入学年龄，须批准' : '入学年龄由主管部门酌定',
      sentence: `${finding.sentence}。`,
      remedy: finding.remedy ?? '附上主管部门的批准文件，或暂不登记',
      chip: finding.chip,
    }));
}

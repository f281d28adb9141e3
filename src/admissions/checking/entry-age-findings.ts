/** 入学年龄核对: what the law of the place says of a first-grader's age. */
import type { Institution } from '../../authorities/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Law } from '../../policy/index.ts';
import type { EntrantFinding } from '../entrants/entrant.ts';

export interface AgeFacts {
  bornOn: CivilDate;
  intakeYear: number;
  /** Is there a paper that approves the early entry? */
  approved: boolean;
}

/** What the law says of a first-grader of this birthday. */
export type EntryAge = (child: AgeFacts) => readonly EntrantFinding[];

/** A year has few birthdays; more than these and somebody fills in nonsense. */
const MOST_REMEMBERED = 5_000;

/** The entry age at a school on a day. A birthday is asked about once, whatever the number of children born on it. */
export function entryAgeAt(law: Law, school: Institution, today: CivilDate): EntryAge {
  const known = new Map<string, readonly EntrantFinding[]>();
  return (child) => {
    const key = `${child.bornOn}/${child.intakeYear}/${child.approved}`;
    const before = known.get(key);
    if (before) return before;
    const findings = entryAgeFindings(law, school, today, child);
    if (known.size < MOST_REMEMBERED) known.set(key, findings);
    return findings;
  };
}

/** A MUST refusal is red, a PRINCIPLE one amber; what complies leaves nothing here. */
function entryAgeFindings(
  law: Law,
  school: Institution,
  today: CivilDate,
  { bornOn, intakeYear, approved }: AgeFacts,
): EntrantFinding[] {
  const where = { placeCode: school.placeCode, day: today, ...(school.code ? { schoolCode: school.code } : {}) };
  const decision = law.ask('entry-age', where, {
    bornOn,
    intakeYear,
    grade: 1,
    ...(approved ? { approved: 'EARLY' as const } : {}),
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

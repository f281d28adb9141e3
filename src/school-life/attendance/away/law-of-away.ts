/** 准假之法: what the school's law says of a leave of absence, and as whom a person of the school may grant it. */
import type { Actor, Role, Services } from '../../../access/index.ts';
import type { Institution } from '../../../authorities/index.ts';
import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import type { WorkingCalendar } from '../../../kernel/working-days.ts';
import type { Decision, Stage } from '../../../policy/index.ts';
import type { ShownPaper } from '../../shown-papers/shown-papers.store.ts';
import type { Granter } from '../attendance.api.ts';
import { lawPlaceOf } from '../reach.ts';
import { isSchoolDay } from '../register/view-register.ts';
import type { Away } from './away.store.ts';

/** The offices of a school have no accounts of their own: the registrar enters for them, the leader for the heads. */
const MAY_GRANT_AS: Partial<Record<Role, readonly Granter[]>> = {
  CLASS_TEACHER: ['CLASS_TEACHER'],
  SCHOOL_REGISTRAR: ['MORAL_OFFICE', 'ACADEMIC_OFFICE'],
  SCHOOL_LEADER: ['VICE_PRINCIPAL', 'PRINCIPAL'],
};

/** As whom this person may grant. */
export const grantersOf = ({ role }: Pick<Actor, 'role'>): readonly Granter[] => MAY_GRANT_AS[role] ?? [];

type AskedAway = Pick<Away, 'reason' | 'days' | 'beginsOn'>;

/** The law of the first day away. What was only said to have been shown is no proof: its picture is. */
export const askAway = (
  { law }: Pick<Services, 'law'>,
  school: Institution,
  { reason, days, beginsOn }: AskedAway,
  { stage, shown, approvedBy }: { stage: Stage; shown: readonly Pick<ShownPaper, 'paper'>[]; approvedBy?: Granter },
): Decision =>
  law.ask('leave-of-absence', lawPlaceOf(school, beginsOn), {
    ...{ stage, days, reason, guardianProof: holds(shown, 'GUARDIAN_PROOF'), diagnosis: holds(shown, 'DIAGNOSIS') },
    ...(approvedBy ? { approvedBy } : {}),
  });

const holds = (shown: readonly Pick<ShownPaper, 'paper'>[], code: ShownPaper['paper']): boolean =>
  shown.some(({ paper }) => paper === code);

/** School days from the first to the last, both counted. */
export function schoolDaysFrom(calendar: WorkingCalendar, first: CivilDate, last: CivilDate): number {
  let count = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) if (isSchoolDay(calendar, day)) count++;
  return count;
}

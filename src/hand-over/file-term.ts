/** 档案转接期限: until when the law has the sending school hand the file over, and what it says of it now. */
import type { Services } from '../access/index.ts';
import type { Institution } from '../authorities/index.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { FileCopy, JointDecision, LawFinding, Stage } from '../policy/index.ts';
import type { HandOverReason } from './hand-over.ts';

export interface AskedFile {
  from: Institution;
  to: Institution;
  reason: HandOverReason;
  stage: Stage;
  completedOn: CivilDate;
  /** Absent while the file has not gone. */
  handedOverOn?: CivilDate;
  kept?: readonly FileCopy[];
  continued?: 'RECEIVED' | 'BLANK';
  day: CivilDate;
}

/** Where a school's law is asked: its place, and its own text where it has one. */
const placeOf = ({ placeCode, code }: Institution) => ({ placeCode, ...(code ? { schoolCode: code } : {}) });

/**
 * What both laws say of a hand-over. A file moved by a restructuring is asked about as one of a transfer: the texts know
 * no third occasion, and the registration has moved between two schools of one stage. The move itself was consented to.
 */
export function askHandOver({ law }: Pick<Services, 'law'>, asked: AskedFile): JointDecision {
  const { from, to, reason, stage, completedOn, handedOverOn, kept, continued, day } = asked;
  const stageUp = reason === 'STAGE_UP';
  return law.askBoth(
    'file-hand-over',
    { day, sending: placeOf(from), receiving: placeOf(to) },
    {
      ...{ reason: stageUp ? 'STAGE_UP' : 'TRANSFER', stage, completedOn },
      ...(stageUp ? { enteredOn: completedOn } : { authorityApproved: true }),
      ...(handedOverOn ? { handedOverOn } : {}),
      ...(kept ? { kept } : {}),
      ...(continued ? { continued } : {}),
    },
  );
}

/** The rule of the term: the sending school's month, or the senior school's for taking the file over; undefined without. */
export function termOfFile(services: Pick<Services, 'law'>, asked: AskedFile): LawFinding | undefined {
  const { findings } = askHandOver(services, asked);
  const byId = (id: string) => findings.find(({ ruleId }) => ruleId === id);
  return byId('hand-over-term') ?? byId('senior-file-retrieval');
}

/** 到期日; null where no text gives a term. */
export const dueOf = (term: LawFinding | undefined): CivilDate | null =>
  (term?.facts['dueOn'] as CivilDate | undefined) ?? null;

/** 不按规定转接: what the sending side's text says of a school whose file is late, and what the superior does; undefined without. */
export const breachOf = ({ law }: Pick<Services, 'law'>, from: Institution, day: CivilDate): LawFinding | undefined =>
  law
    .ask('breach', { ...placeOf(from), day }, { by: 'SCHOOL', kind: 'NO_HAND_OVER', serious: false })
    .findings.find(({ ruleId }) => ruleId === 'school-breach');

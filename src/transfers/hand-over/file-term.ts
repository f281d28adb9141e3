/** 档案转接期限: until when the law has the sending school hand the file over, and what it says of it now. */
import type { Services } from '../../access/index.ts';
import type { Institution } from '../../authorities/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { LawFinding, Stage } from '../../policy/index.ts';
import { placeOf } from '../law/ask-transfer.ts';

export interface AskedFile {
  from: Institution;
  to: Institution;
  stage: Stage;
  completedOn: CivilDate;
  /** Absent while the file has not gone. */
  handedOverOn?: CivilDate;
  day: CivilDate;
}

/** The rule of the term; undefined where no text of the sending side gives one. */
export function termOfFile(
  { law }: Pick<Services, 'law'>,
  { from, to, stage, completedOn, handedOverOn, day }: AskedFile,
): LawFinding | undefined {
  const facts = { reason: 'TRANSFER', stage, completedOn, ...(handedOverOn ? { handedOverOn } : {}) } as const;
  const { findings } = law.askBoth('file-hand-over', { day, sending: placeOf(from), receiving: placeOf(to) }, facts);
  return findings.find(({ ruleId }) => ruleId === 'hand-over-term');
}

/** 到期日; null where no text gives a term. */
export const dueOf = (term: LawFinding | undefined): CivilDate | null =>
  (term?.facts['dueOn'] as CivilDate | undefined) ?? null;

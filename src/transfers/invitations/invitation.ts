/** 转学意愿: what a family wishes, told to the school that would take the child, which is thereby invited to begin. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { LawFinding, Move, RefusalReason, Stage, TransferGround } from '../../policy/index.ts';

/** ARRANGED: declined, and then the authority named another school. */
export type InvitationState = 'OPEN' | 'TAKEN' | 'DECLINED' | 'ARRANGED' | 'WITHDRAWN';

export interface Invitation {
  id: string;
  studentId: string;
  fromSchoolId: string;
  fromPath: string;
  toSchoolId: string;
  toPath: string;
  childName: string;
  stage: Stage;
  grade: number;
  ground: TransferGround;
  moved: Move | null;
  /** In the words of the family. */
  said: string;
  askedOn: CivilDate;
  recordedBy: string;
  recordedByName: string;
  /** 统筹安排: the authority that named the school. */
  arrangedBy: string | null;
  state: InvitationState;
  answer: InvitationAnswer | null;
  caseId: string | null;
}

export interface InvitationAnswer {
  at: Date;
  byName: string;
  reason: RefusalReason | null;
  opinion: string | null;
  finding: LawFinding | null;
}

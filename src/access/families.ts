/** 家长: what the HTTP side needs to know of a guardian who came by a link of the school and passed its check. */
import type { AuditActor } from '../audit/record.store.ts';
import type { Scope } from '../db/transaction.ts';

export interface FamilyCaller {
  linkId: string;
  /** The one child whose record this guardian may see. */
  studentId: string;
  /** A student; before that the school's draft, under the same id. */
  registered: boolean;
  /** Place of the guardian on the form, from 0. */
  ordinal: number;
  guardianName: string;
  /** 王**, as the trail and the offices' lists name a private person. */
  guardianMasked: string;
  relation: string;
  relationWords: string;
  /** Path of the school that has the child today. */
  path: string;
  /** That school, and nothing beyond it. */
  scope: Scope;
  requestId: string;
}

export interface LiveFamily {
  family: FamilyCaller;
  /** Must come back in the header of every write. */
  csrfToken: string;
}

export interface FamilySessions {
  /** The guardian behind a token; undefined where it is unknown, idle too long, too old, or its link no longer stands. */
  find(token: string, requestId: string): Promise<LiveFamily | undefined>;
}

/** The child as the trail names it. */
export const familySubject = ({ registered, studentId }: Pick<FamilyCaller, 'registered' | 'studentId'>) => ({
  subjectKind: registered ? ('STUDENT' as const) : ('ENTRANT' as const),
  subjectId: studentId,
});

/** The same guardian as the audit trail knows them: masked, the link says who it was. */
export const familyAsAuditActor = ({
  guardianMasked,
  relationWords,
  requestId,
}: Pick<FamilyCaller, 'guardianMasked' | 'relationWords' | 'requestId'>): AuditActor => ({
  accountId: null,
  personName: `家长${guardianMasked}（${relationWords}）`,
  institutionId: null,
  requestId,
});

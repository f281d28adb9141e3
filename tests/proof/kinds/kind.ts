/** 一类办件: what the property test must know of a kind of case: how somebody opens or mends one, and what its end brings. */
import type { Role } from '../../../src/access/index.ts';
import type { CivilDate } from '../../../src/kernel/civil-date.ts';
import type { SeenCase, Standing } from '../look.ts';
import type { Child, Person, Region } from '../region.ts';

/** What somebody sends. */
export interface Sending {
  method: 'post' | 'put';
  path: string;
  body: unknown;
  /** Sent before it by the same person, such as a look for the child. */
  requestIds?: readonly string[];
  /** Whom it is about besides the child. */
  about?: readonly string[];
}

/** Whom an application is about, who sends it, and numbers from which the rest is drawn. */
export interface Asked {
  region: Region;
  by: Person;
  child: Child;
  standing: Standing;
  standings: Readonly<Record<string, Standing>>;
  /** All cases so far, first to last. */
  cases: readonly SeenCase[];
  today: CivilDate;
  /** One school or another: where the child wants to go. */
  school: string;
  /** Chooses among forms, sound and unsound ones. */
  variant: number;
}

export type Registered = Pick<Standing, 'schoolId' | 'state' | 'grade'>;

/** A case that has done what it was opened for, and one of the students it is about. */
export interface CaseDone {
  studentId: string;
  subjectId: string;
  kind: string;
  state: string;
  schoolId: string;
  data: Record<string, unknown>;
}

export interface KindOfCase {
  /** The kinds of case that its applications open. */
  kinds: readonly string[];
  /** The institution where whoever may apply sits, and as what: the registrar of a school where it is not said. */
  opener(asked: Omit<Asked, 'by' | 'today'>): string | null;
  role?: Role;
  apply(asked: Asked): Promise<Sending>;
  /** 补正: what replaces the form of a case; absent where nothing can be mended. */
  mend?(asked: Asked, one: SeenCase): Sending;
  /** The students whose registrations such a case may change; its subject where it is not said. */
  students?(one: Omit<CaseDone, 'studentId'>): readonly string[];
  /** Where a student is registered once a case is done; `earlier` tells where it was before another case was done. */
  becomes(before: Registered, one: CaseDone, earlier: (caseId: string) => Registered | undefined): Registered;
  /** What the test itself must know anew of the child once a case is done. */
  done?(child: Child, region: Region): Promise<void>;
  /** Rows that a refused application leaves in the trail on purpose. */
  staysRefused?: readonly string[];
}

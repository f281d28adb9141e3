/** 一类办件: what the property test must know of a kind of case: how somebody opens or mends one, and what its end brings. */
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
}

/** Whom an application is about, who sends it, and numbers from which the rest is drawn. */
export interface Asked {
  region: Region;
  by: Person;
  child: Child;
  standing: Standing;
  today: CivilDate;
  /** One school or another: where the child wants to go. */
  school: string;
  /** Chooses among forms, sound and unsound ones. */
  variant: number;
}

export type Registered = Pick<Standing, 'schoolId' | 'state' | 'grade'>;

export interface KindOfCase {
  /** The kinds of case that its applications open. */
  kinds: readonly string[];
  /** The institution whose registrar may apply. */
  opener(asked: Pick<Asked, 'standing' | 'school'>): string | null;
  apply(asked: Asked): Promise<Sending>;
  /** 补正: what replaces the form of a case; absent where nothing can be mended. */
  mend?(asked: Asked, one: SeenCase): Sending;
  /** Where the child is registered once the case has done what it was opened for; `data` is what the case holds. */
  becomes(before: Registered, data: Record<string, unknown>, kind: string): Registered;
  /** What the test itself must know anew of the child once a case is done. */
  done?(child: Child, region: Region): Promise<void>;
  /** Rows that a refused application leaves in the trail on purpose. */
  staysRefused?: readonly string[];
}

/**
 * 学籍异动: what a kind of change declares. Everything else, from the form on the screen to the printed application, follows
 * from the declaration; `changeKind` puts the types of form and gathered facts together.
 */
import type { Actor, Services } from '../access/index.ts';
import type { Institution } from '../authorities/index.ts';
import type { Case } from '../cases/index.ts';
import type { Transaction } from '../db/transaction.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { Decision, Law, Where } from '../policy/index.ts';
import type { FormFields, FormOf } from './form/form-field.ts';
import type { SaidLine } from './form/read-form.ts';
import type { AskedPaper } from './law/read-decision.ts';
import type { ChangeWay } from './law/way-by-law.ts';
import type { StudentStanding } from './standing/standing.store.ts';

/** One change as it is put to the law: what was filled in, where the student stands, who asks. */
export interface AskedChange<F extends FormFields = FormFields, K = unknown> {
  form: FormOf<F>;
  standing: StudentStanding;
  /** The school that asks. */
  school: Institution;
  day: CivilDate;
  /** What the kind has gathered of its own. */
  known: K;
}

/** The last consent, in whose transaction the registration changes; written beyond the actor's own scope. */
export interface CompletedChange<F extends FormFields = FormFields, K = unknown> extends AskedChange<F, K> {
  tx: Transaction;
  services: Pick<Services, 'cipher' | 'index' | 'law'>;
  actor: Actor;
  theCase: Case;
  studentId: string;
  caseId: string;
  /** The day of the consent, from which the change holds. */
  on: CivilDate;
}

export interface ChangeKind<F extends FormFields = FormFields, K = undefined> {
  /** WITHDRAWAL: the kind of its cases; the ids of its workflow tables begin with `tables`. */
  kind: string;
  tables: string;
  /** 退学 */
  title: string;
  /** Of its case numbers: TX in TX-2026-1010-K7Q2M. */
  prefix: string;
  /** When this kind is the right one, in one sentence. */
  purpose: string;
  form: F;
  /** What a text wants reported within days: no window of a place stops it. */
  staysOpen?: true;
  /** Another school than the last may apply for it: it takes the child over. */
  takesOver?: true;
  /** 材料先交齐: the papers that the law listed must be in the case before it is completed. */
  papersFirst?: true;
  /** Why it does not fit this student now, with what to do instead; undefined where it fits. */
  unfit(standing: StudentStanding): string | undefined;
  /** Facts that neither form nor registration hold, such as days of absence. Runs wherever the law is asked. */
  gather?(tx: Transaction, about: Omit<AskedChange<F>, 'known'>): Promise<K>;
  /** What contradicts itself in the form or between form and record: no law need be asked. */
  contradiction?(asked: AskedChange<F, K>): string | undefined;
  /** Puts the question to the law of the school's place. */
  ask(law: Pick<Law, 'ask'>, where: Where, asked: AskedChange<F, K>): Decision;
  /** What stays impossible although no rule of the place forbids it; what the law refuses says so itself. */
  barred?(asked: AskedChange<F, K>, decision: Decision): string | undefined;
  /** Where the way does not follow from the steps that the law names. */
  way?(tx: Transaction, law: Law, asked: AskedChange<F, K>, decision: Decision): Promise<ChangeWay | undefined>;
  /** Lines about what was before, above those of the form. */
  before?(asked: AskedChange<F, K>): SaidLine[];
  /** What the last consent does to the registration. */
  complete(done: CompletedChange<F, K>): Promise<void>;
  /** What happens once everybody has agreed, as the end of the track: 学籍终止, 离开班级，学籍号保留. */
  after: { role: string; fact: string };
}

/** A kind whose types nobody need know any more. */
export type AnyChangeKind = ChangeKind<FormFields, unknown>;

/** Declares a kind. */
export const changeKind = <const F extends FormFields, K = undefined>(kind: ChangeKind<F, K>): AnyChangeKind =>
  kind as unknown as AnyChangeKind;

/** What a case of any of these kinds keeps: of the student nothing that is classified. */
export interface ChangeData {
  form: Record<string, unknown>;
  student: { name: string; gender: string; numberMasked: string };
  schoolName: string;
  /** The registration as the application found it. */
  found: StudentStanding;
  /** The application in words, as it is read by whoever decides. */
  said: SaidLine[];
  /** 应交材料: what the law asked for on the day of the application, with its article. */
  papers: AskedPaper[];
  after: { role: string; fact: string };
}

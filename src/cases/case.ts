/** 办件: a matter that needs somebody's decision, and what has happened to it. */
import type { Services } from '../access/index.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { LawFinding } from '../policy/index.ts';
import type { Party, Workflow } from '../workflow/index.ts';
import type { OfflineIntake } from './engine/offline/offline.ts';
import type { Stand } from './engine/standstill/stands.ts';

/** One case as opened; its state is in its events. */
export interface Case {
  id: string;
  subjectId: string;
  subjectKind: 'STUDENT' | 'INSTITUTION';
  number: string;
  kind: string;
  workflow: string;
  title: string;
  schoolId: string;
  authorityId: string;
  parties: Partial<Record<Party, string>>;
  path: string;
  counterpartPath: string | null;
  lawDay: CivilDate;
  /** 实际受理日 of a paper application that was entered later; null or absent where the case began here. */
  receivedOn?: CivilDate | null;
  offline?: OfflineIntake | null;
  data: Record<string, unknown>;
  openedAt: Date;
}

/** RX-2026-0917-K7Q2M: kind, day, and five characters that are hard to misread over the telephone. */
export function caseNumber({ randomBytes }: Pick<Services, 'randomBytes'>, kind: string, today: CivilDate): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  const tail = [...randomBytes(5)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return `${kind}-${today.slice(0, 4)}-${today.slice(5, 7)}${today.slice(8)}-${tail}`;
}

/** 办理经过: one act, with the state it led to, the law as it stood, and the clock it started. */
export interface CaseEvent {
  seq: number;
  action: string;
  step: 'DONE' | 'PROPOSED' | 'SIGNED' | 'SENT_BACK' | 'RETRACTED' | 'REMINDED' | 'LAPSED' | 'REDATED' | 'CONSENTED';
  fromState: string;
  toState: string;
  pendingAction: string | null;
  holderId: string | null;
  holderRole: string | null;
  accountId: string;
  personName: string;
  institutionId: string;
  institutionName: string;
  opinion: string | null;
  findings: CaseFinding[];
  startedOn: CivilDate;
  dueOn: CivilDate | null;
  termDays: number | null;
  /** 停计日期 of the term; null or absent where every working day counts. */
  stands?: readonly Stand[] | null;
  at: Date;
}

/** A finding of law on a case; where a case covers many students, how many of them it concerns. */
export interface CaseFinding extends LawFinding {
  count: number;
}

/** 法规核对: how clean a case is. Counts are of students where the case covers many, of findings otherwise. */
export interface CaseCheck {
  findings: CaseFinding[];
  red: number;
  amber: number;
  green: number;
  /** Of how many students something is still to be mended or confirmed. */
  unsound?: number;
  /** The one thing worth saying in a list. */
  note: string | null;
}

/** What a kind of case adds to the engine. */
export interface CaseKind {
  workflows: readonly Workflow[];
  /** Asks the law about the case as it now stands. */
  check(context: CaseContext): Promise<CaseCheck>;
  /** The day until which a rule of law gives time (Term.rule). */
  dueOn(context: CaseContext, rule: string): Promise<CivilDate>;
  /** Refuses an act that the case as it was checked must not make, whoever makes it; before anything is written. */
  before?(context: CaseContext & { action: string; check: CaseCheck }): void;
  /** What happens when a state is reached, in the same transaction; by state. */
  effects: Record<string, (context: CaseContext & { action: string; opinion: string | null }) => Promise<void>>;
  /** No window of a place stops it: what lifts a window, and what must be reported whatever stands still. */
  staysOpen?: true;
  /** 申请内容: what the application form shows of the case beyond what every case has; for its printed papers. */
  application?(context: CaseContext): Promise<CaseApplication>;
}

/** 申请表的内容, in the words in which whoever prints it may see them. */
export interface CaseApplication {
  fields: readonly (readonly [label: string, value: string])[];
  /** Such as the children of a registration. Widths in millimetres, 178 in all. */
  lists?: readonly CaseList[];
  /** Who signs the form by hand, in order. */
  signers: readonly string[];
}

export interface CaseList {
  title: string;
  columns: readonly { heading: string; width: number; align?: 'left' | 'center' }[];
  rows: readonly (readonly string[])[];
}

export interface CaseContext {
  tx: import('../db/transaction.ts').Transaction;
  actor: import('../access/index.ts').Actor;
  theCase: Case;
  /** The school of the case. */
  school: import('../authorities/index.ts').Institution;
}

/** 证书之法: who numbers certificates, which marks they bear, who keeps the roster, as the law of the place answers. */
import type { Institution } from '../../../authorities/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { CitedRequirement, Law, LawFinding } from '../../../policy/index.ts';
import { CERTIFICATE_MARKS, type CertificateMark } from '../../../policy/questions/graduation.ts';
import {
  MARKS,
  type Maker,
  type Mark,
  ROSTER_KEEPERS,
  type RosterKeeper,
  type WhichCertificates,
} from '../certificate.ts';

/** Which certificates of which school, under the law of which day. */
export interface CertificateAsking extends Pick<WhichCertificates, 'stage' | 'outcome'> {
  law: Pick<Law, 'ask'>;
  school: Pick<Institution, 'placeCode' | 'code'>;
  day: CivilDate;
}

/** A certificate as far as it is made. */
export interface MadeCertificate {
  issuedBy: 'REGISTERED' | 'GUEST';
  marks: readonly Mark[];
  numberedBy?: Maker | undefined;
  /** 验印日期: by the city. */
  stampedOn?: CivilDate | undefined;
  numberIsStudentNumber?: boolean;
}

export interface CertificateAnswer {
  findings: LawFinding[];
  requirements: CitedRequirement[];
}

const ALL_MARKS = Object.keys(MARKS) as Mark[];
const STAMPERS = ['COUNTY', 'CITY', 'SCHOOL'] as const satisfies readonly (Maker & Mark)[];

/**
 * What the law of the school's place says of a certificate as it is made. Texts say how certificates of graduation are
 * made; of the others only that the school of the registration gives them out (SX-27.2, SC-42.1).
 */
export function askCertificate(asking: CertificateAsking, made: MadeCertificate): CertificateAnswer {
  if (asking.outcome === 'GRADUATED') return askGraduates(asking, made);
  const { findings } = askGraduates(asking, { ...made, marks: [] });
  const ofGuests = made.issuedBy === 'GUEST' ? findings.filter(({ code }) => code === 'GUEST_SCHOOL') : [];
  return { findings: ofGuests, requirements: [] };
}

function askGraduates(asking: CertificateAsking, made: MadeCertificate): CertificateAnswer {
  const { law, stage, school, day } = asking;
  const { issuedBy, marks, numberedBy, stampedOn, numberIsStudentNumber } = made;
  const where = { placeCode: school.placeCode, day, ...(school.code ? { schoolCode: school.code } : {}) };
  const numbered = numberedBy ? { numberedBy } : {};
  if (stage === 'SENIOR') {
    const known = marks.filter((mark): mark is CertificateMark => mark in CERTIFICATE_MARKS);
    const stamped = stampedOn ? { stampedOn } : {};
    return law.ask('senior-certificate', where, { issuedBy, marks: known, ...numbered, ...stamped });
  }
  const numbers = numberIsStudentNumber === undefined ? {} : { numberIsStudentNumber };
  const ask = (stampedBy?: Maker) =>
    law.ask('compulsory-certificate', where, {
      ...{ stage, issuedBy, ...numbered, ...numbers },
      ...(stampedBy ? { stampedBy } : {}),
    });
  const answers = STAMPERS.filter((mark) => marks.includes(mark)).map(ask);
  return answers.find((one) => !isRefused(one)) ?? answers[0] ?? ask();
}

export const refusalsOf = ({ findings }: Pick<CertificateAnswer, 'findings'>): LawFinding[] =>
  findings.filter(({ verdict }) => verdict === 'REFUSE');
const isRefused = (answer: Pick<CertificateAnswer, 'findings'>): boolean => refusalsOf(answer).length > 0;

/** Throws what the law refuses, with its article and what cures it. */
export function refuseUnlawful(answer: Pick<CertificateAnswer, 'findings'>): void {
  const [first] = refusalsOf(answer);
  if (!first) return;
  const { sentence, chip, remedy } = first;
  throw refuse('LAW_REFUSES', { sentence: `${sentence}（${chip}）${remedy ? `。${remedy}` : ''}` });
}

const complete = { issuedBy: 'REGISTERED', marks: ALL_MARKS } as const;

/** 可以编号的单位, the lowest first. */
export function makersAllowed(asking: CertificateAsking): Maker[] {
  if (asking.outcome !== 'GRADUATED') return ['SCHOOL'];
  const makers: Maker[] = ['SCHOOL', 'COUNTY', 'CITY'];
  return makers.filter((numberedBy) => !isRefused(askCertificate(asking, { ...complete, numberedBy })));
}

/** 编号单位: whoever decided on the graduation where the law lets it, otherwise the lowest that the law lets. */
export function makerOf(asking: CertificateAsking, decidedBy: Maker): Maker {
  const allowed = makersAllowed(asking);
  return allowed.includes(decidedBy) ? decidedBy : (allowed[0] ?? 'CITY');
}

/** 证书编号与学号一致 (S4-5.2): another number is refused, the student's own is not. */
export function bearsStudentNumber(asking: CertificateAsking, numberedBy: Maker): boolean {
  const ask = (numberIsStudentNumber: boolean) =>
    isRefused(askCertificate(asking, { ...complete, numberedBy, numberIsStudentNumber }));
  return asking.outcome === 'GRADUATED' && ask(false) && !ask(true);
}

/** 应有的签章: those without which the law takes the certificate for not valid; the school's seal where no text names any. */
export function marksOf(asking: CertificateAsking, numberedBy: Maker): Mark[] {
  const fails = (marks: readonly Mark[]) =>
    isRefused(askCertificate(asking, { issuedBy: 'REGISTERED', marks, numberedBy }));
  if (asking.outcome !== 'GRADUATED' || !fails([])) return ['SCHOOL'];
  if (asking.stage === 'SENIOR') return ALL_MARKS.filter((mark) => fails(ALL_MARKS.filter((one) => one !== mark)));
  const stamp = [numberedBy, ...STAMPERS].find((mark) => !fails([mark]));
  return stamp ? [stamp] : ['SCHOOL'];
}

/** 花名册存档: who keeps a copy, as the steps of the law name them (SC-41.3, SX-6.1.6); the school everywhere. */
export function rosterKeepersOf(asking: CertificateAsking): { keepers: RosterKeeper[]; chip: string | null } {
  const { requirements } = askCertificate(asking, complete);
  const kept = requirements.filter(({ kind, what }) => kind === 'STEP' && /花名册.*(存档|归入)/.test(what));
  const keepers = (Object.keys(ROSTER_KEEPERS) as RosterKeeper[]).filter((keeper) =>
    kept.some(({ by }) => by === keeper),
  );
  return { keepers: keepers.length > 0 ? keepers : ['SCHOOL'], chip: kept[0]?.chip ?? null };
}

/** 依据: the instruments of law and how a rule points into them. */
import type { CivilDate } from '../kernel/civil-date.ts';

/** Half-open time in which something holds: from `from`, until just before `to`. */
export interface InForce {
  from: CivilDate;
  to?: CivilDate;
}

/** 法规文本: one text that an authority issued for its place. */
export interface Instrument {
  /** Prefix of its clause ids: MOE, SC, SX, CG, S1 … S6. */
  id: string;
  title: string;
  /** How officials cite it on a chip: 国家, 四川, 长葛. */
  short: string;
  issuer: string;
  /** GB/T 2260 code of the place it governs; for a school's own text the place the school lies in. */
  placeCode: string;
  inForce: InForce;
  /** Said where the text or its dates are not fully known. */
  note?: string;
}

/** 引用: article of an instrument, with the ids of the clauses that a rule executes. */
export interface Citation {
  instrument: Instrument;
  /** As printed after the instrument's short name: 第十一条, 二、1. */
  article: string;
  clauses: readonly string[];
}

export const cite = (instrument: Instrument, article: string, ...clauses: string[]): Citation => ({
  instrument,
  article,
  clauses,
});

/** What an article chip shows: 四川·第三十三条. */
export const chipOf = ({ instrument, article }: Citation): string => `${instrument.short}·${article}`;

/** Does the period hold on the day? */
export const holdsOn = ({ from, to }: InForce, day: CivilDate): boolean => from <= day && (!to || day < to);

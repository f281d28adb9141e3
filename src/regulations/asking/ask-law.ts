/** 问法: puts a case to the law of its place, or of both. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Decision, JointDecision, Law } from '../../policy/index.ts';
import type { AskedCase, AskedPlace } from './case-shape.ts';

/** Refuses CALENDAR_NOT_PUBLISHED where a rule counts working days of a year without a calendar. */
export function askLaw(law: Law, { question, facts, ...where }: AskedCase): Decision | JointDecision {
  const { sending, receiving, placeCode = '', schoolCode } = where;
  const day = where.day as CivilDate;
  if (sending && receiving) {
    return law.askBoth(question, { day, sending: placeOf(sending), receiving: placeOf(receiving) }, facts);
  }
  return law.ask(question, { ...placeOf({ placeCode, schoolCode }), day }, facts);
}

const placeOf = ({ placeCode, schoolCode }: AskedPlace) => ({ placeCode, ...(schoolCode ? { schoolCode } : {}) });

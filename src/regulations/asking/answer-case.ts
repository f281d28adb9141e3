/** 办事预查: asks the law of the place or of both, and says the answer so that it can be read without the law at hand. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { WorkingCalendar } from '../../kernel/working-days.ts';
import { type Decision, type JointDecision, type Law, PARTIES, questions } from '../../policy/index.ts';
import { placeWords } from '../places/list-places.ts';
import type { DecisionView } from '../regulations.api.ts';
import type { ClauseIndex } from '../texts/clause-index.ts';
import { alternativesTo } from './alternatives.ts';
import { askLaw } from './ask-law.ts';
import type { AskedCase } from './case-shape.ts';
import { datedRequirements } from './dated-requirements.ts';

export interface AskingNeeds {
  law: Law;
  calendar: WorkingCalendar;
  index: ClauseIndex;
}

/** The whole answer. Refuses CALENDAR_NOT_PUBLISHED where a rule itself counts working days of such a year. */
export function answerCase({ law, calendar, index }: AskingNeeds, asked: AskedCase): DecisionView {
  const day = asked.day as CivilDate;
  const answer = askLaw(law, asked);
  return {
    question: asked.question,
    title: questions[asked.question].title,
    verdict: answer.verdict,
    day,
    places: placesOf(answer),
    findings: answer.findings.map((finding) => ({
      ruleId: finding.ruleId,
      verdict: finding.verdict,
      force: finding.force,
      code: finding.code,
      sentence: finding.sentence,
      remedy: finding.remedy ?? null,
      chip: finding.chip,
      instrument: finding.instrument,
      instrumentId: index.instrumentOf(finding),
      clauses: [...finding.clauses],
      letThroughBy: finding.letThroughBy ? PARTIES[finding.letThroughBy] : null,
      side: finding.side ?? null,
    })),
    requirements: datedRequirements(answer.requirements, day, calendar, index),
    notApplied: answer.notApplied.map(({ chip, clauses, says, because, side }) => ({
      ...{ chip, says, because, side: side ?? null },
      clauses: [...clauses],
      instrumentId: index.instrumentOf({ chip, clauses }),
    })),
    alternatives: alternativesTo(law, asked, answer.verdict),
  };
}

function placesOf(answer: Decision | JointDecision): DecisionView['places'] {
  if ('placeCode' in answer) return [{ side: null, code: answer.placeCode, name: placeWords(answer.placeCode) }];
  return [
    { side: 'SENDING', code: answer.sending, name: placeWords(answer.sending) },
    { side: 'RECEIVING', code: answer.receiving, name: placeWords(answer.receiving) },
  ];
}

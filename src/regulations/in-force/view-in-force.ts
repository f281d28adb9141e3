/** 本地规定: what is in force at a place on a day, where each value comes from, and what does not count. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { chainOf } from '../../kernel/place-codes.ts';
import type { LocalNotice } from '../../local-settings/index.ts';
import { type Citation, chipOf, holdsOn, type Law, type QuestionId, type Where, wordsOf } from '../../policy/index.ts';
import { listQuestions } from '../asking/vocabulary.ts';
import { viewPlace } from '../places/list-places.ts';
import type { InForceView } from '../regulations.api.ts';
import type { ClauseIndex } from '../texts/clause-index.ts';
import { viewOf } from '../texts/view-instruments.ts';

type QuestionInForce = InForceView['questions'][number];
type RuleInForce = QuestionInForce['rules'][number];

/** Everything that binds there, and what its authorities have told; questions on which the place has no text are left out. */
export function viewInForce(
  law: Law,
  index: ClauseIndex,
  notices: readonly LocalNotice[],
  at: { placeCode: string; day: CivilDate },
): InForceView {
  const chain = chainOf(at.placeCode);
  return {
    place: viewPlace(at.placeCode, law.packs),
    day: at.day,
    instruments: index.instruments
      .filter(({ instrument, level }) => level !== 'SCHOOL' && chain.includes(instrument.placeCode))
      .filter(({ instrument }) => holdsOn(instrument.inForce, at.day))
      .map(viewOf),
    notices: notices.map(({ placeCode, matter, says, notice }) => ({
      place: viewPlace(placeCode, law.packs),
      matter,
      says,
      title: notice.title,
      number: notice.number ?? null,
      issuedOn: notice.issuedOn,
    })),
    questions: listQuestions()
      .map(({ id, title, subject }) => ({
        ...{ id, title, subject },
        rules: rulesAt(law, index, id as QuestionId, at),
        notApplied: losingAt(law, index, id, at),
      }))
      .filter(({ rules, notApplied }) => rules.length + notApplied.length > 0),
  };
}

function rulesAt(law: Law, index: ClauseIndex, question: QuestionId, at: Where): RuleInForce[] {
  return law.rulesFor(question, at).map((rule) => ({
    id: rule.id,
    title: rule.title,
    says: index.saysOf(rule.basis.clauses),
    force: rule.force,
    ...citedBy(rule.basis, index),
    parameters: law.parametersOf(rule.id, at).map(({ name, label, unit, value, basis, notApplied }) => {
      const wording = { unit, words: rule.parameters[name]?.words };
      return {
        ...{ name, label },
        value: value === undefined ? null : wordsOf(value, wording),
        ...(basis ? citedBy(basis, index) : { chip: null, instrumentId: null, clauses: [] }),
        notApplied: notApplied.map((one) => ({
          value: wordsOf(one.value, wording),
          because: one.because,
          ...citedBy(one.basis, index),
        })),
      };
    }),
  }));
}

function losingAt(law: Law, index: ClauseIndex, question: string, { placeCode, day }: Where) {
  const chain = chainOf(placeCode);
  return law.packs
    .filter((pack) => chain.includes(pack.placeCode))
    .flatMap(({ notApplied }) => notApplied)
    .filter((text) => text.question === question && holdsOn(text.basis.instrument.inForce, day))
    .map(({ basis, says, because }) => ({ ...citedBy(basis, index), side: null, says, because }));
}

const citedBy = (basis: Citation, index: ClauseIndex) => ({
  chip: chipOf(basis),
  clauses: [...basis.clauses],
  instrumentId: index.instrumentOf({ chip: chipOf(basis), clauses: basis.clauses }),
});

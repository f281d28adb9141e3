/** 汇总: what the rules of one place, or of two, answer to a case, in the order in which it is read. */
import type { CitedRequirement, LawFinding, Verdict } from '../decision.ts';
import type { QuestionId, Questions } from '../questions/index.ts';
import type { AnyRule, Asking } from '../rule.ts';
import type { Standing } from './standing.ts';

export class Answered {
  /** Refusals, what is to be weighed, what complies: each as the rules stand. */
  readonly #refused: LawFinding[] = [];
  readonly #weighed: LawFinding[] = [];
  readonly #allowed: LawFinding[] = [];
  readonly #requirements: CitedRequirement[] = [];
  /** What rules said that both places ask; one that says the same again is one finding of both. */
  readonly #said = new Map<AnyRule, { finding: LawFinding | undefined; requirements: readonly CitedRequirement[] }>();

  /** Puts the case to the rules of a place; `shared` are those that two places have in common. */
  add(
    standings: readonly Standing[],
    facts: Questions[QuestionId],
    asking: Asking,
    shared?: ReadonlySet<AnyRule>,
  ): void {
    for (const standing of standings) {
      if (shared?.has(standing.rule)) this.#addShared(standing, facts, asking);
      else {
        const finding = standing.findingOf(facts, asking);
        if (finding) this.#take(finding);
        standing.addRequirements(this.#requirements, facts, asking);
      }
    }
  }

  decision(): { verdict: Verdict; findings: LawFinding[]; requirements: CitedRequirement[] } {
    const verdict = this.#refused.length > 0 ? 'REFUSE' : this.#weighed.length > 0 ? 'DISCRETIONARY' : 'ALLOW';
    const findings = this.#refused.concat(this.#weighed, this.#allowed);
    return { verdict, findings, requirements: this.#requirements };
  }

  #take(finding: LawFinding): void {
    const { verdict } = finding;
    const list = verdict === 'REFUSE' ? this.#refused : verdict === 'ALLOW' ? this.#allowed : this.#weighed;
    list.push(finding);
  }

  #addShared(standing: Standing, facts: Questions[QuestionId], asking: Asking): void {
    const finding = standing.findingOf(facts, asking);
    const requirements: CitedRequirement[] = [];
    standing.addRequirements(requirements, facts, asking);
    const before = this.#said.get(standing.rule);
    this.#said.set(standing.rule, { finding, requirements });
    if (finding && before?.finding && isSameFinding(before.finding, finding)) before.finding.side = undefined;
    else if (finding) this.#take(finding);
    for (const one of requirements) {
      const same = before?.requirements.find(
        ({ by, what, chip }) => by === one.by && what === one.what && chip === one.chip,
      );
      if (same) same.side = undefined;
      else this.#requirements.push(one);
    }
  }
}

const isSameFinding = (one: LawFinding, other: LawFinding): boolean =>
  one.code === other.code && one.chip === other.chip && one.sentence === other.sentence;

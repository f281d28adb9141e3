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
  /** What a rule said for the place asked before; the same rule saying the same again is one finding of both places. */
  readonly #said = new Map<AnyRule, LawFinding>();
  readonly #asked = new Map<AnyRule, readonly CitedRequirement[]>();

  /** Puts the case to the rules of a place. */
  add(standings: readonly Standing[], facts: Questions[QuestionId], asking: Asking): void {
    for (const standing of standings) {
      const finding = standing.findingOf(facts, asking);
      if (finding) this.#take(standing.rule, finding);
      if (standing.rule.requires) this.#require(standing, facts, asking);
    }
  }

  decision(): { verdict: Verdict; findings: LawFinding[]; requirements: CitedRequirement[] } {
    const verdict = this.#refused.length > 0 ? 'REFUSE' : this.#weighed.length > 0 ? 'DISCRETIONARY' : 'ALLOW';
    const findings = this.#refused.concat(this.#weighed, this.#allowed);
    return { verdict, findings, requirements: this.#requirements };
  }

  #take(rule: AnyRule, finding: LawFinding): void {
    if (finding.side) {
      const before = this.#said.get(rule);
      if (
        before &&
        before.code === finding.code &&
        before.chip === finding.chip &&
        before.sentence === finding.sentence
      ) {
        before.side = undefined;
        return;
      }
      this.#said.set(rule, finding);
    }
    const { verdict } = finding;
    const list = verdict === 'REFUSE' ? this.#refused : verdict === 'ALLOW' ? this.#allowed : this.#weighed;
    list.push(finding);
  }

  #require(standing: Standing, facts: Questions[QuestionId], asking: Asking): void {
    const before = this.#asked.get(standing.rule);
    if (!asking.side) {
      standing.addRequirements(this.#requirements, facts, asking);
      return;
    }
    if (!before) {
      const from = this.#requirements.length;
      standing.addRequirements(this.#requirements, facts, asking);
      this.#asked.set(standing.rule, this.#requirements.slice(from));
      return;
    }
    const again: CitedRequirement[] = [];
    standing.addRequirements(again, facts, asking);
    for (const one of again) {
      const same = before.find(({ by, what, chip }) => by === one.by && what === one.what && chip === one.chip);
      if (same) same.side = undefined;
      else this.#requirements.push(one);
    }
  }
}

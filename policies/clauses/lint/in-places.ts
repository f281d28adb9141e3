/** 各地校核: what the law of a live place leaves open, what a lower text loosens, and which rules nobody is ever asked. */
import type { CivilDate } from '../../../src/kernel/civil-date.ts';
import { chipOf, type Law, type Pack, type QuestionId, questions, type Where } from '../../../src/policy/index.ts';
import type { LawFault } from './fault.ts';

export interface LivePlace extends Omit<Where, 'day'> {
  name: string;
}

/** Parameters of rules in force at a live place that no text sets: an authority should. */
export function openParameters(law: Law, places: readonly LivePlace[], day: CivilDate): LawFault[] {
  return places.flatMap((place) =>
    rulesAt(law, { ...place, day }).flatMap((rule) =>
      law
        .parametersOf(rule.id, { ...place, day })
        .filter(({ value }) => value === undefined)
        .map(({ name, label }) => ({
          kind: 'OPEN_PARAMETER' as const,
          of: `${place.name} ${rule.id}.${name}`,
          sentence: `${place.name}没有文本规定“${label}”（${rule.title}，${chipOf(rule.basis)}），须由主管部门设定`,
          known: '由主管部门在地方设定中补齐；补齐前由学籍主管部门酌定',
        })),
    ),
  );
}

/** Values that do not count because the law above does not allow them; known where the pack itself says so. */
export function looserThanAbove(
  law: Law,
  packs: readonly Pack[],
  places: readonly LivePlace[],
  day: CivilDate,
): LawFault[] {
  const openly = new Set(packs.flatMap(({ settings }) => settings.flatMap(({ notApplied }) => notApplied ?? [])));
  const found = new Map<string, LawFault>();
  for (const place of places) {
    for (const rule of rulesAt(law, { ...place, day })) {
      for (const { name, label, notApplied } of law.parametersOf(rule.id, { ...place, day })) {
        for (const { basis, because } of notApplied) {
          const of = `${basis.instrument.id} ${basis.article} ${rule.id}.${name}`;
          const known = openly.has(because) ? because : undefined;
          found.set(of, {
            kind: 'LOOSER_THAN_ABOVE',
            of,
            sentence: `${chipOf(basis)}设定的“${label}”不生效：${because}`,
            known,
          });
        }
      }
    }
  }
  return [...found.values()];
}

/** Rules that are in force at no live place on any of the days, or that never say anything in their own examples. */
export function deadRules(
  law: Law,
  packs: readonly Pack[],
  places: readonly LivePlace[],
  days: readonly CivilDate[],
): LawFault[] {
  const alive = new Set(places.flatMap((place) => days.flatMap((day) => rulesAt(law, { ...place, day }))));
  return packs.flatMap(({ rules }) =>
    rules.flatMap((rule) => {
      const fault = (sentence: string): LawFault => ({ kind: 'DEAD_RULE', of: rule.id, sentence });
      if (!alive.has(rule)) return [fault(`“${rule.title}”（${chipOf(rule.basis)}）在任何地方、任何一天都不会被问到`)];
      const says = rule.examples.some(({ expect, requires }) => expect !== 'NONE' || (requires?.length ?? 0) > 0);
      return says ? [] : [fault(`“${rule.title}”（${chipOf(rule.basis)}）的示例中从不作答`)];
    }),
  );
}

const rulesAt = (law: Law, at: Where) =>
  (Object.keys(questions) as QuestionId[]).flatMap((question) => law.rulesFor(question, at));

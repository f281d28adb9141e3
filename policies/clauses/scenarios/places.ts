/** 情景: the live places and the school texts, for the scenarios of the capabilities. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import {
  type Decision,
  type JointDecision,
  makeLaw,
  type QuestionId,
  type Questions,
} from '../../../src/policy/index.ts';
import { packs, schoolTexts } from '../../index.ts';

export const PLACES = {
  长葛: '411082',
  武侯: '510107',
  锦江: '510104',
  迎泽: '140106',
  杏花岭: '140107',
  迁安: '130283',
} as const;
export type Place = keyof typeof PLACES;

/** Schools that work by a text of their own, each in a county whose province has no text here. */
export const SCHOOLS = {
  S3: { schoolCode: '3100000003', placeCode: '310101' },
  S4: { schoolCode: '3100000004', placeCode: '310101' },
  S6: { schoolCode: '3100000006', placeCode: '310101' },
} as const;
export type School = keyof typeof SCHOOLS;

export const law = makeLaw([...packs, ...(Object.keys(SCHOOLS) as School[]).map((id) => schoolTexts[id](SCHOOLS[id]))]);

const whereOf = (place: Place | School) =>
  place in SCHOOLS ? SCHOOLS[place as School] : { placeCode: PLACES[place as Place] };

/** What the law of a place, or of a school's own text, answers; on 10 September 2026 unless a day is given. */
export function ask<Q extends QuestionId>(
  place: Place | School,
  question: Q,
  facts: Questions[Q],
  day = '2026-09-10',
): Decision {
  return law.ask(question, { ...whereOf(place), day: civilDate(day) }, facts);
}

/** What the places of both schools of a transfer answer together. */
export function askBoth<Q extends QuestionId>(
  [sending, receiving]: readonly [Place | School, Place | School],
  question: Q,
  facts: Questions[Q],
  day = '2026-09-10',
): JointDecision {
  const both = { day: civilDate(day), sending: whereOf(sending), receiving: whereOf(receiving) };
  return law.askBoth(question, both, facts);
}

/** The findings in lines: REFUSE 毕业年级不办理转学 山西·第二十条. */
export const lines = ({ findings }: Pick<Decision, 'findings'>): string[] =>
  findings.map(({ verdict, sentence, chip }) => `${verdict} ${sentence} ${chip}`);

/** The first finding of a rule, which must be there. */
export function findingOf({ findings }: Pick<Decision, 'findings'>, ruleId: string) {
  const found = findings.find((finding) => finding.ruleId === ruleId);
  if (!found) throw new Error(`no finding of ${ruleId}: ${findings.map((finding) => finding.ruleId).join(', ')}`);
  return found;
}

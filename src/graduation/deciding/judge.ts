/** 毕业认定: what the law of the place says of one student's results, or which results it still wants. */
import type { Institution } from '../../authorities/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Decision, Fact, Law, LawFinding, Questions, Stage, Where } from '../../policy/index.ts';
import type { Ground, Judged, Outcome, ResultFacts } from '../graduation.ts';
import { questionFor, resultFactsOf, valuesToTry } from './result-facts.ts';

type Asking = Pick<Law, 'ask'>;

/** Where and when graduation is decided on. */
export interface Judging {
  law: Asking;
  school: Pick<Institution, 'placeCode' | 'code'>;
  stage: Stage;
  day: CivilDate;
  /** 主管部门酌定: does an authority decide, which may let through what is refused in principle? */
  weighed: boolean;
}

const whereOf = ({ school: { placeCode, code }, day }: Judging): Where => ({
  placeCode,
  day,
  ...(code ? { schoolCode: code } : {}),
});

/**
 * The answer as if the city had approved: that it has is seen to by the way the case goes. `seen` hears of each fact that a
 * text looks at.
 */
export function askGraduation(judging: Judging, facts: ResultFacts, seen?: (name: string) => void): Decision {
  const { law, stage } = judging;
  const whole = stage === 'SENIOR' ? { cityApproved: true, ...facts } : { stage, ...facts };
  const asked = seen ? watched(whole, seen) : whole;
  return law.ask(questionFor(stage), whereOf(judging), asked as unknown as Questions['senior-graduation']);
}

const watched = (facts: object, seen: (name: string) => void): object =>
  new Proxy(facts, {
    get(of, name) {
      seen(String(name));
      return Reflect.get(of, name);
    },
  });

/** 录入栏: the results without which nobody can be asked, and those that some text of the place looks at, in order. */
export function columnsFor(judging: Judging): [name: string, fact: Fact][] {
  const all = resultFactsOf(judging.stage);
  const looked = new Set<string>();
  for (const end of [0, -1]) {
    const known = Object.fromEntries(all.map(([name, fact]) => [name, valuesToTry(fact).at(end)!]));
    for (const facts of [known, { ...known, finished: true }, plainFacts(judging.stage)]) {
      askGraduation(judging, facts, (name) => looked.add(name));
    }
  }
  return all.filter(([name, { optional }]) => !optional || looked.has(name));
}

/** 核准机关: whose act the law of the place wants before anybody of the stage graduates. */
export function approverOf(judging: Judging): 'SCHOOL' | 'AUTHORITY' | 'CITY' {
  const { requirements } = askGraduation(judging, plainFacts(judging.stage));
  const named = requirements.map(({ by }) => by);
  if (named.includes('CITY')) return 'CITY';
  return judging.stage === 'SENIOR' || named.includes('AUTHORITY') ? 'AUTHORITY' : 'SCHOOL';
}

/** Facts with a value for each that the question cannot do without. */
function plainFacts(stage: Stage): ResultFacts {
  const needed = resultFactsOf(stage).filter(([, { optional }]) => !optional);
  return Object.fromEntries(needed.map(([name, fact]) => [name, valuesToTry(fact)[0]!]));
}

/** The outcome with its reasons, or why there is none yet. */
export function judge(judging: Judging, facts: ResultFacts): Judged {
  const missing = missingFrom(judging, facts);
  if (missing.length > 0) {
    const nothing = Object.keys(facts).length === 0;
    const sentence = nothing ? '还没有录入成绩，录入后再办' : `还缺：${missing.join('、')}，录入后再办`;
    return stays('MISSING_RESULTS', [{ sentence, chip: null }]);
  }
  const answer = askGraduation(judging, facts);
  const { verdict } = answer;
  const findings = withoutApproval(judging, facts, answer);
  const grounds = groundsOf(findings.filter((one) => one.verdict === verdict));
  if (verdict === 'REFUSE') return withoutGraduation(judging, facts, grounds);
  if (verdict === 'DISCRETIONARY' && !judging.weighed) return stays('WEIGHED_ABOVE', grounds);
  if (findings.length > 0) return { outcome: 'GRADUATED', stay: null, grounds, findings };
  if (!facts['finished']) return stays('NOT_FINISHED', [{ sentence: '修业尚未期满，继续就读', chip: null }]);
  const sentence = '修业期满，本地没有另定毕业标准，准予毕业';
  return { outcome: 'GRADUATED', stay: null, grounds: [{ sentence, chip: null }], findings };
}

/** What the texts say of the student: that the city has approved is no reason before it has, and then the case tells it. */
function withoutApproval(judging: Judging, facts: ResultFacts, { findings }: Decision): Decision['findings'] {
  if (judging.stage !== 'SENIOR') return findings;
  const before = new Set(askGraduation(judging, { ...facts, cityApproved: false }).findings.map(keyOfOne));
  return findings.filter((one) => before.has(keyOfOne(one)));
}

/** 结业、肄业: by the text on it; where there is none, whoever has studied the years out completes and others go on. */
function withoutGraduation(judging: Judging, facts: ResultFacts, grounds: Ground[]): Judged {
  const finished = facts['finished'] === true;
  const outcome: Outcome = finished ? 'COMPLETED' : 'LEFT_PARTIAL';
  const { findings } = judging.law.ask('partial-study', whereOf(judging), {
    stage: judging.stage,
    certificate: finished ? 'COMPLETION' : 'PARTIAL',
    finished,
    standardMet: false,
  });
  const allowing = findings.filter(({ verdict }) => verdict === 'ALLOW');
  if (allowing.length === 0 && !finished) return stays('NOT_FINISHED', grounds);
  return { outcome, stay: null, grounds: [...grounds, ...groundsOf(allowing)], findings: allowing };
}

/**
 * The labels of the results that are wanted: those without which the law cannot be asked at all, and of the others each
 * that could still make the answer another one. What no text of the place looks at is never wanted.
 */
function missingFrom(judging: Judging, facts: ResultFacts): string[] {
  const absent = resultFactsOf(judging.stage).filter(([name]) => facts[name] === undefined);
  const needed = absent.filter(([, { optional }]) => !optional);
  if (needed.length > 0) return needed.map(([, { label }]) => label);
  const now = askGraduation(judging, facts);
  if (now.verdict === 'REFUSE') return [];
  const turns = (name: string, value: boolean | number | string) =>
    keyOf(askGraduation(judging, { ...facts, [name]: value })) !== keyOf(now);
  return absent
    .filter(([name, fact]) => valuesToTry(fact).some((value) => turns(name, value)))
    .map(([, { label }]) => label);
}

const keyOf = ({ findings }: Decision): string => findings.map(keyOfOne).toSorted().join();

const keyOfOne = ({ ruleId, code }: Pick<LawFinding, 'ruleId' | 'code'>): string => `${ruleId} ${code}`;

const groundsOf = (findings: readonly Ground[]): Ground[] => findings.map(({ sentence, chip }) => ({ sentence, chip }));

const stays = (stay: 'MISSING_RESULTS' | 'NOT_FINISHED' | 'WEIGHED_ABOVE', grounds: Ground[]): Judged => ({
  ...{ outcome: null, stay, grounds, findings: [] },
});

/** 试算: which open and recent cases would be decided differently if a value held, before it is published. */
import type { Actor, Services } from '../../access/index.ts';
import { getInstitution } from '../../authorities/index.ts';
import {
  type Case,
  type CaseCheck,
  type CaseFinding,
  type CaseKind,
  getState,
  listRecentCases,
} from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { addDays, type CivilDate, civilDate, dayOf } from '../../kernel/civil-date.ts';
import { type LocalSetting, lawTrying } from '../../policy/index.ts';
import { asLocalSetting, type Notice, type ParameterItem } from '../local-setting.ts';
import type { TrialCase, TrialPage } from '../local-settings.api.ts';
import { effectOf } from '../settable/settable.ts';
import { LOCAL_SETTING } from '../setting-case.ts';

/** The kinds of case as they ask a given law. */
export type KindsUnder = (law: Services['law']) => Readonly<Record<string, CaseKind>>;

export interface Trial {
  items: readonly ParameterItem[];
  after?: string | undefined;
}

/** Cases looked at in one call: a few seconds at most, so that the page can show how far it is and stop. */
const AT_ONCE = 40;
const LOOKED_BACK_DAYS = 365;
/** A value is tried as if it had always held: what was decided last year is asked again under it. */
const ALWAYS: CivilDate = civilDate('1949-10-01');
const TRIED: Notice = { title: '试算', issuedOn: ALWAYS };

/** One portion of the actor's cases, each asked under the law as it is and under the law as it would be. */
export async function trySettings(
  services: Services,
  kindsUnder: KindsUnder,
  tx: Transaction,
  actor: Actor,
  { items, after }: Trial,
): Promise<TrialPage> {
  const { placeCode, name, shortName } = actor.institution;
  const tried = items.map((item) =>
    asLocalSetting({ placeCode, name, shortName }, { notice: TRIED, from: ALWAYS }, item),
  );
  const today = dayOf(tx.now);
  const now = kindsUnder(services.law);
  const then = kindsUnder(lawTrying(services.law, tried));
  const since = new Date(`${addDays(today, -LOOKED_BACK_DAYS)}T00:00:00+08:00`);
  const cases = await listRecentCases(tx, { since, after, limit: AT_ONCE });
  const changed: TrialCase[] = [];
  for (const one of cases) {
    if (one.kind === LOCAL_SETTING) continue;
    const [before, becoming] = [now[one.kind], then[one.kind]];
    if (!before || !becoming) continue;
    const school = await getInstitution(tx, { id: one.schoolId });
    const context = { tx, actor, theCase: one, school };
    const difference = differenceOf(await before.check(context), await becoming.check(context));
    if (difference) changed.push(await asTrialCase(tx, one, before, school.name, difference));
  }
  return {
    examined: cases.length,
    changed,
    without: tried.flatMap((setting) => withoutEffectOf(services, setting, today)),
    next: cases.length === AT_ONCE ? cases.at(-1)!.id : null,
  };
}

type Counts = Pick<CaseCheck, 'red' | 'amber' | 'green'>;

interface Difference {
  before: Counts;
  after: Counts;
  /** What the law would say that it does not say now. */
  said: CaseFinding[];
}

/** Undefined where the case would be decided as it is now. */
function differenceOf(before: CaseCheck, after: CaseCheck): Difference | undefined {
  const keyOf = ({ ruleId, code, verdict, count }: CaseFinding) => `${ruleId} ${code} ${verdict} ${count}`;
  const known = new Set(before.findings.map(keyOf));
  const said = after.findings.filter((finding) => !known.has(keyOf(finding)));
  const same = before.red === after.red && before.amber === after.amber && before.green === after.green;
  return same ? undefined : { before: countsOf(before), after: countsOf(after), said };
}

const countsOf = ({ red, amber, green }: CaseCheck): Counts => ({ red, amber, green });

async function asTrialCase(
  tx: Transaction,
  one: Case,
  { workflows }: CaseKind,
  schoolName: string,
  { before, after, said }: Difference,
): Promise<TrialCase> {
  const table = workflows.find(({ id }) => id === one.workflow);
  const state = await getState(tx, one.id);
  return {
    caseId: one.id,
    number: one.number,
    title: one.title,
    kindTitle: table?.title ?? one.kind,
    schoolName,
    stateWords: table?.states[state]?.words ?? state,
    ended: table?.ends.includes(state) ?? false,
    before,
    after,
    sentences: said.map(({ sentence, chip }) => `${sentence}（${chip}）`),
  };
}

/** Why a value would change nothing: the law above does not let it count. */
function withoutEffectOf({ law }: Services, setting: LocalSetting, day: CivilDate): string[] {
  const effect = effectOf(law, setting, day);
  if (!effect) return ['所选参数在本地没有对应的规定'];
  return effect.because ? [`${effect.label}：${effect.after}不能生效，${effect.because}`] : [];
}

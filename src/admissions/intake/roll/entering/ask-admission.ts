/** 录取之法: what the law of the school's place says of admitting one more, within the plan and whatever the record behind. */
import type { Services } from '../../../../access/index.ts';
import type { Institution } from '../../../../authorities/index.ts';
import type { CivilDate } from '../../../../kernel/civil-date.ts';
import type { Decision, Law, LawFinding, Stage } from '../../../../policy/index.ts';
import { endReasonWords } from '../../../../students/index.ts';
import { whereOf } from '../../../registering/law-of-registration.ts';
import type { LineFinding, SoundLine } from './check-line.ts';
import type { RecordBehind } from './records-behind.store.ts';
import type { RollColumn } from './roll-columns.ts';

export interface PlanStanding {
  /** Undefined where no plan was set. */
  places?: number | undefined;
  crossCityPlaces: number;
  /** This child included. */
  admitted: number;
  crossCity: number;
}

/** Another city than the school's; in the four municipalities the city is the province. */
export function isCrossCity(school: Pick<Institution, 'placeCode'>, area: string): boolean {
  return cityOf(area) !== cityOf(school.placeCode);
}

/** 市（州） of an area code, as far as codes of one city agree. */
export const cityOf = (code: string): string =>
  ['11', '12', '31', '50'].includes(code.slice(0, 2)) ? code.slice(0, 2) : code.slice(0, 4);

/** 招生计划、跨市招生、随迁子女, of one line. */
export function askLine(
  { law }: Pick<Services, 'law'>,
  { school, stage, day }: { school: Institution; stage: Stage; day: CivilDate },
  line: SoundLine,
  plan: PlanStanding,
): LineFinding[] {
  const where = whereOf(school, day);
  const { sourceArea } = line;
  const admission = law.ask('admission-plan', where, {
    stage,
    season: 'AUTUMN',
    privateSchool: school.ownership === 'PRIVATE',
    ...(plan.places === undefined ? {} : { places: plan.places, admitted: plan.admitted }),
    ...(stage === 'SENIOR' && sourceArea
      ? {
          crossCity: isCrossCity(school, sourceArea),
          provincialQuota: plan.crossCityPlaces > 0 && plan.crossCity <= plan.crossCityPlaces,
        }
      : {}),
  });
  const found = admission.findings.flatMap((one) =>
    asLine(one, one.code === 'NOT_IN_PROVINCIAL_PLAN' ? 'sourceArea' : 'name'),
  );
  if (line.way !== 'MIGRANT' && line.registration === 'FULL') return found;
  const { registration, migrantPapers } = line;
  const papers = migrantPapers ? { papers: migrantPapers } : {};
  const entry = law.ask('migrant-entry', where, { stage, registration, ...papers });
  const column = (one: LawFinding): RollColumn => (one.code === 'GUEST' ? 'registration' : 'migrantPapers');
  return [...found, ...entry.findings.flatMap((one) => asLine(one, column(one)))];
}

/**
 * 一人一籍, of a line behind which a record stands: it goes on only from the stage before, and only where that is over
 * or about to end; whoever has finished a senior school or is in one is not taken in again (SC-12.2, SC-12.3, MOE-6.2),
 * nor is a junior graduate who wants to repeat (SC-39.5).
 */
export function askRecord(
  law: Law,
  { school, stage, day }: { school: Institution; stage: Stage; day: CivilDate },
  { open, last, finishedSenior }: RecordBehind,
): LineFinding[] {
  const same = open?.stage === stage || (open !== null && before(stage) !== open.stage);
  const decision = law.ask('one-registration', whereOf(school, day), {
    sameNumberElsewhere: same,
    suspicions: 0,
    graduatedSenior: finishedSenior,
    graduatedJunior: last.stage === 'JUNIOR' && last.endReason === 'GRADUATED',
    stage,
  });
  const found = decision.findings.flatMap((one) => asLine(one, 'identityNumber'));
  if (found.some(({ verdict }) => verdict === 'REFUSE')) return found;
  if (open || (last.stage === before(stage) && isThrough(last.endReason))) return found;
  const why = endReasonWords(last.endReason);
  return [
    ...found,
    {
      column: 'identityNumber',
      verdict: 'REFUSE',
      sentence: `此人原有学籍因${why}终止，不能作为新生录取`,
      remedy: '在“学籍异动”中办理归来接续，沿用原档案和学籍号',
    },
  ];
}

const BEFORE: Record<Stage, Stage | undefined> = { PRIMARY: undefined, JUNIOR: 'PRIMARY', SENIOR: 'JUNIOR' };
const before = (stage: Stage): Stage | undefined => BEFORE[stage];

/** 毕业、结业、肄业: the stage is over, whatever came of it. */
export const isThrough = (reason: string | null): boolean =>
  reason === 'GRADUATED' || reason === 'COMPLETED' || reason === 'LEFT_PARTIAL';

/** What somebody must know of a decision, with its articles; what complies says nothing. */
export const against = ({ findings }: Decision): LawFinding[] => findings.filter(({ verdict }) => verdict !== 'ALLOW');

function asLine({ verdict, sentence, remedy, chip }: LawFinding, column: RollColumn): LineFinding[] {
  return verdict === 'ALLOW' ? [] : [{ column, verdict, sentence, remedy: remedy ?? '', chip }];
}

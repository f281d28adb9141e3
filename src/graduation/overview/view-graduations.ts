/** 看毕业办理: the last grades of the own school with how far they are, those below an authority, and the year's cases. */
import type { Actor, Services } from '../../access/index.ts';
import { classGroupName, getInstitution, type Institution, institutionsById } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';
import type { Workflow } from '../../workflow/index.ts';
import { approverOf } from '../deciding/judge.ts';
import { listGraduations } from '../ending/end-registrations.store.ts';
import { findUnderWay } from '../ending/open-graduation.ts';
import type { GraduationList } from '../graduation.api.ts';
import { countOutcomes, STAGE_WORDS, sayOutcomes } from '../graduation.ts';
import { graduationYear, judgeLastGrade, judgingOf, lastGradeOf } from '../results/last-grade.ts';
import { listGroups } from '../results/results.store.ts';
import { judgedOf } from '../results/view-results.ts';
import { countEnded } from './below.store.ts';
import { viewBelow } from './view-below.ts';

const MOST_LISTED = 500;

export async function viewGraduations(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  actor: Actor,
  workflows: readonly Workflow[],
): Promise<GraduationList> {
  const year = graduationYear(tx.now);
  const { level, path, id } = actor.institution;
  const own = level === 'SCHOOL' ? await getInstitution(tx, { id }) : undefined;
  const rows = await listGraduations(tx, path, { year, limit: MOST_LISTED });
  const live = rows.filter(({ state }) => state !== 'WITHDRAWN');
  const schools = await institutionsById(tx, [...new Set(live.map(({ schoolId }) => schoolId))]);
  const wordsOf = new Map(
    workflows.flatMap(({ states }) => Object.entries(states).map(([state, { words }]) => [state, words] as const)),
  );
  const stages: GraduationList['stages'] = [];
  for (const stage of own?.stages ?? []) stages.push(await lastGradeNow(tx, law, own!, stage, year));
  return {
    ...{ year, schoolId: own?.id ?? null, stages },
    below: own ? [] : await viewBelow(tx, actor.institution, year),
    items: live.map(({ caseId, number, schoolId, state, openedAt, data }) => ({
      ...{ caseId, number, schoolId, state, stage: data.stage },
      schoolName: schools.get(schoolId)?.name ?? '',
      stageWords: STAGE_WORDS[data.stage],
      stateWords: wordsOf.get(state) ?? state,
      undone: data.undone !== undefined,
      outcomes: sayOutcomes(data.done?.outcomes ?? data.tally),
      openedOn: dayOf(openedAt),
    })),
  };
}

async function lastGradeNow(
  tx: Transaction,
  law: Services['law'],
  school: Institution,
  stage: Stage,
  year: number,
): Promise<GraduationList['stages'][number]> {
  const of = lastGradeOf(school, stage, year);
  const asked = { law, school, day: dayOf(tx.now) };
  const all = await judgeLastGrade({ tx, ...asked }, of);
  const ready = all.filter(({ judged }) => judged.outcome);
  const inGroup = (one: { classGroupId: string | null }, groupId: string) => one.classGroupId === groupId;
  const groups = await listGroups(tx, [...new Set(all.flatMap(({ classGroupId }) => classGroupId ?? []))]);
  const underWay = await findUnderWay(tx, school.path, { stage, year });
  const ended = await countEnded(tx, [school.id], year);
  return {
    ...{ stage, stageWords: STAGE_WORDS[stage], students: all.length, ready: ready.length },
    leaving: countOutcomes(ready.map(({ judged }) => judged)),
    stays: all.filter(({ judged }) => judged.stay).map(judgedOf),
    short: ready.filter(({ judged }) => judged.outcome !== 'GRADUATED').map(judgedOf),
    ended: ended.find((one) => one.stage === stage)?.counts ?? countOutcomes([]),
    decidedBy: approverOf(judgingOf(asked, stage)),
    underWay: underWay ? { caseId: underWay.caseId, number: underWay.number } : null,
    classGroups: groups.map(({ id, ordinal }) => ({
      ...{ id, name: classGroupName(of.grade, ordinal) },
      students: all.filter((one) => inGroup(one, id)).length,
      recorded: all.filter((one) => inGroup(one, id) && one.facts).length,
      ready: ready.filter((one) => inGroup(one, id)).length,
    })),
  };
}

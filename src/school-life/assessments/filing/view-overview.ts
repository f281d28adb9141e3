/** 成绩归档: how far the class groups of a school are in a term; whose finals are complete has filed them. */
import type { Actor, Services } from '../../../access/index.ts';
import { classGroupName, getInstitution, type Institution, listClassGroups } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { addDays, type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import type { Stage } from '../../../policy/index.ts';
import type { OverviewView } from '../api/assessments.api.ts';
import { type TermOf, termWords } from '../assessment.api.ts';
import { OCCASIONS, occasionsOf } from '../quality/quality.api.ts';
import { countTermReports } from '../quality/report.store.ts';
import { askAssessment } from '../results/ask-assessment.ts';
import { countSeated, countTermResults } from '../results/result.store.ts';
import { subjectsOf } from '../subjects/school-subjects.ts';
import { columnsOf, kindsOf, type Subject } from '../subjects/subject.ts';
import { gradeIn, lastTerms, spanOf, termBefore } from '../term-in.ts';

const TERMS_SHOWN = 6;
/** 应归档: finals are asked for from so many days before the usual end of a term, and for as many days after it. */
const BEFORE_END = 14;
const AFTER_END = 45;

/** A class teacher sees the own class groups only. Without a term: the one whose results are due, else the running one. */
export async function viewOverview(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  actor: Actor,
  wish: TermOf | undefined,
): Promise<OverviewView> {
  const today = dayOf(tx.now);
  const school = await getInstitution(tx, { id: actor.institution.id });
  const terms = lastTerms(tx.now, TERMS_SHOWN);
  const due = dueTerm(today, terms[0]!);
  const term = wish ?? due ?? terms[0]!;
  const classGroups = await groupsIn(tx, actor, school, term, today);
  const stage = classGroups[0]?.stage ?? school.stages[0] ?? 'PRIMARY';
  const said = askAssessment(
    law,
    { school, group: { stage }, day: today },
    { kind: 'FINAL', takesPart: true, whole: true },
  );
  return {
    today,
    terms: terms.map(named),
    term: named(term),
    due: due?.schoolYear === term.schoolYear && due.term === term.term,
    dueFinding: said.findings.find(({ ruleId }) => ruleId === 'assessment-filing') ?? null,
    classGroups,
  };
}

const named = (term: TermOf) => ({ ...term, words: termWords(term) });

/** The term whose finals should be in the file about now. */
export function dueTerm(today: CivilDate, running: TermOf): TermOf | undefined {
  if (today >= addDays(spanOf(running).endsOn, -BEFORE_END)) return running;
  const before = termBefore(running);
  return today <= addDays(spanOf(before).endsOn, AFTER_END) ? before : undefined;
}

async function groupsIn(
  tx: Transaction,
  actor: Actor,
  school: Institution,
  term: TermOf,
  today: CivilDate,
): Promise<OverviewView['classGroups']> {
  const all = (await listClassGroups(tx, school.id, today)).filter(({ intakeYear }) => intakeYear <= term.schoolYear);
  const own = actor.role === 'CLASS_TEACHER' ? all.filter(({ id }) => actor.classGroupIds.includes(id)) : all;
  const { endsOn } = spanOf(term);
  const seats = { classGroupIds: own.map(({ id }) => id), on: endsOn < today ? endsOn : today };
  const seated = await countSeated(tx, seats);
  const finals = await countTermResults(tx, seats, { ...term, schoolId: school.id, kind: 'FINAL' });
  const reports = await countTermReports(tx, seats, { ...term, schoolId: school.id });
  const subjects = new Map<Stage, Subject[]>();
  for (const { stage } of own) {
    if (!subjects.has(stage)) subjects.set(stage, await subjectsOf(tx, school, stage));
  }
  return own.map((group) => {
    const students = seated.get(group.id) ?? 0;
    const grade = gradeIn(group, term);
    const codes = new Set(columnsOf(subjects.get(group.stage)!, 'FINAL', grade).map(({ code }) => code));
    const entered = finals
      .filter(({ classGroupId, subject }) => classGroupId === group.id && codes.has(subject))
      .reduce((sum, one) => sum + one.entered, 0);
    return {
      ...{ id: group.id, name: classGroupName(grade, group.ordinal), stage: group.stage, grade },
      ...{ students, subjects: codes.size, entered },
      filed: students > 0 && codes.size > 0 && entered >= students * codes.size,
      kinds: [...kindsOf(group.stage)],
      reports: occasionsOf(group.stage).map((occasion) => {
        const found = reports.find((one) => one.classGroupId === group.id && one.occasion === occasion);
        return { occasion, words: OCCASIONS[occasion], written: found?.written ?? 0, signed: found?.signed ?? 0 };
      }),
    };
  });
}

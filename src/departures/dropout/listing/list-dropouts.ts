/** 辍学名册: for the county and its schools: who has dropped out, who came back, and whose file goes home at term end. */
import type { Actor, Services } from '../../../access/index.ts';
import { gradeName } from '../../../authorities/index.ts';
import { placeOf } from '../../../changes/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, civilDate, dayOf, schoolYearOf } from '../../../kernel/civil-date.ts';
import { listReports, type Term, termOf, usualTerm } from '../../../school-life/index.ts';
import { FAMILIES, WHEREABOUTS } from '../dropout.ts';
import type { DropoutItem, DropoutsView } from '../dropouts.api.ts';
import { countDropouts, type DropoutRow, type HandOver, listDropouts, listHandOvers } from './dropouts.store.ts';

const SHOWN = 500;

/** Of the caller's place; the first 500 in full. */
export async function viewDropouts(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
): Promise<DropoutsView> {
  const today = dayOf(tx.now);
  const { path, placeCode } = actor.institution;
  const term = await lastTerm(tx, placeCode, today);
  const rows = await listDropouts(tx, { path }, SHOWN);
  const ids = rows.map(({ studentId }) => studentId);
  const first = rows.map(({ since }) => since).toSorted()[0];
  const reports = Map.groupBy(first ? await listReports(tx, ids, addYear(first)) : [], ({ studentId }) => studentId);
  const sent = new Map((await listHandOvers(tx, ids, term.endsOn)).map((one) => [one.studentId, one]));
  const schools = await countDropouts(tx, path, civilDate(`${schoolYearOf(today)}-09-01`));
  const items = rows.map((row): DropoutItem => {
    const { form = {} } = row.data ?? {};
    return {
      ...{ studentId: row.studentId, name: row.name, numberMasked: row.numberMasked, schoolName: row.schoolName },
      ...{ since: row.since, caseId: row.caseId },
      gradeWords: gradeName(row.grade),
      reason: String(form['reason'] ?? ''),
      whereaboutsWords: WHEREABOUTS[form['whereabouts'] as keyof typeof WHEREABOUTS] ?? '',
      familyWords: FAMILIES[form['family'] as keyof typeof FAMILIES] ?? '',
      reports: (reports.get(row.studentId) ?? [])
        .filter(({ matter }) => matter === 'DROPOUT')
        .map(({ recipientName, on, receivedOn }) => ({ recipientName, on, receivedOn })),
      handOver: handOverOf(services, row, { today, term, sent: sent.get(row.studentId) }),
    };
  });
  const sum = (key: 'now' | 'reported' | 'returned' | 'persuaded') =>
    schools.reduce((total, school) => total + school[key], 0);
  return {
    today,
    term: { words: term.words, endsOn: term.endsOn },
    counts: {
      ...{ now: sum('now'), reported: sum('reported'), returned: sum('returned'), persuaded: sum('persuaded') },
      toHandOver: items.filter(({ handOver }) => handOver && !handOver.sent).length,
    },
    schools,
    items,
  };
}

/** Reports may be older than the day on which the dropout was noted. */
const addYear = (day: CivilDate): CivilDate => civilDate(`${Number(day.slice(0, 4)) - 1}-01-01`);

/** The running term; in the holidays the one that has just ended. */
export async function lastTerm(tx: Transaction, placeCode: string, day: CivilDate): Promise<Term> {
  return (await termOf(tx, { placeCode }, day)) ?? usualTerm(day);
}

/** What the law of the place asks of the authority for this child at term end; null where it asks nothing. */
export function handOverOf(
  { law }: Pick<Services, 'law'>,
  row: DropoutRow,
  { today, term, sent }: { today: CivilDate; term: Term; sent: HandOver | undefined },
): DropoutItem['handOver'] {
  const { form = {} } = row.data ?? {};
  const decision = law.ask(
    'dropout-registration',
    { ...placeOf({ placeCode: row.placeCode, code: row.schoolCode }), day: today },
    { stage: row.stage, act: 'KEEP', pastCompulsory: false, migrant: form['family'] === 'MIGRANT' },
  );
  const step = decision.requirements.find(({ kind, by }) => kind === 'STEP' && by === 'AUTHORITY');
  if (step?.kind !== 'STEP') return null;
  return {
    asked: step.what,
    chip: step.chip,
    dueOn: term.endsOn,
    household: String(form['household'] ?? ''),
    sent: sent
      ? {
          ...{ receiverName: sent.receiverName, on: sent.on },
          ...{ receivedOn: sent.receivedOn, receivedBy: sent.receivedBy },
        }
      : null,
  };
}

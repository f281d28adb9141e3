/** 未报到名单: who is expected and has not come, with the days left and the law's next step. */
import type { Actor, Services } from '../../../access/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf, daysBetween, intakeYearOf } from '../../../kernel/civil-date.ts';
import type { Decision } from '../../../policy/index.ts';
import { isInHand, rollStateOf } from '../roll/admitted.ts';
import { listAdmitted } from '../roll/roll.store.ts';
import { countRollActs } from '../roll/roll-acts.store.ts';
import { rollItem } from '../roll/view-roll.ts';
import { type AskedEntry, askedEntry } from './ask-check-in.ts';
import type { NoShows } from './check-in.api.ts';
import { decideNoShow } from './no-show-view.ts';

const MOST_LISTED = 1_000;
const WATCHED = new Set(['NO_SHOW', 'DROPOUT', 'DEFERRED']);

/** Of this year's intake, in the schools of the reader's place. */
export async function listNoShows(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  { institution }: Actor,
): Promise<NoShows> {
  const today = dayOf(tx.now);
  const schoolId = institution.level === 'SCHOOL' ? institution.id : undefined;
  const rows = await listAdmitted(tx, { intakeYear: intakeYearOf(today), schoolId, live: true, absent: true });
  const places = new Map<string, Omit<AskedEntry, 'row'>>();
  const items: NoShows['items'] = [];
  const absent = rows.filter((row) => !isInHand(row));
  const schoolIds = [...new Set(absent.map((row) => row.schoolId))];
  const contacts = await countRollActs(tx, 'CONTACT', schoolIds);
  const reports = await countRollActs(tx, 'REPORT', schoolIds);
  for (const row of absent) {
    const known = places.get(row.schoolId) ?? (await askedEntry(tx, row));
    places.set(row.schoolId, known);
    const { termStart } = known;
    const due = row.deferredTo ?? termStart;
    if (!WATCHED.has(rollStateOf(row, { today, due }))) continue;
    const times = contacts.get(row.id) ?? 0;
    const { decision, forfeitAfter } = decideNoShow(services, { ...known, row }, times);
    items.push({
      ...rollItem(row, { today, termStart }),
      contacts: times,
      reports: reports.get(row.id) ?? 0,
      daysLate: daysBetween(due, today),
      forfeitAfter: forfeitAfter ?? null,
      daysLeft: forfeitAfter ? daysBetween(today, forfeitAfter) : null,
      next: nextOf(decision),
    });
    if (items.length === MOST_LISTED) break;
  }
  items.sort((a, b) => (a.daysLeft ?? -a.daysLate) - (b.daysLeft ?? -b.daysLate));
  return {
    items,
    due: items.filter(({ state }) => state === 'NO_SHOW').length,
    deferred: items.filter(({ state }) => state === 'DEFERRED').length,
  };
}

/** The first step of the school, or else what the law says of it. */
function nextOf({ requirements, findings }: Decision): NoShows['items'][number]['next'] {
  const step = requirements.find(({ by }) => by === 'SCHOOL');
  if (step) return { words: step.what, chip: step.chip };
  const [said] = findings;
  return said ? { words: said.sentence, chip: said.chip } : { words: '联系监护人并登记', chip: null };
}

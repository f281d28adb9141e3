/** 看升级: the acts of a place as they are listed and shown. */
import type { Actor, Services } from '../../access/index.ts';
import { getInstitution, gradeName, institutionsById, listSchoolsBelow } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { addDays, dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { REGISTRATION_STATES } from '../../students/index.ts';
import { listFates, spansOf } from './fates.store.ts';
import type { FatePage, PromotionItem, PromotionList, PromotionView } from './promotion.api.ts';
import { countProgress, findEarlier, getPromotion, listPromotions } from './promotion.store.ts';
import {
  BLOCKED,
  differencesOf,
  FATES,
  type Fate,
  type FateCount,
  nextSchoolYear,
  type Promotion,
  sumOf,
} from './promotion.ts';

const MOST_LISTED = 50;
const PAGE = 60;

const itemOf = (one: Promotion, institutionName: string): PromotionItem => ({
  ...{ id: one.id, institutionName, schoolYear: one.schoolYear, state: one.state, takesEffectOn: one.takesEffectOn },
  ...{ madeByName: one.madeByName, madeAt: one.madeAt.toISOString() },
  ...{ orderedByName: one.orderedByName, doneOn: one.doneOn },
  up: sumOf(one.totals, ['UP']),
  blocked: sumOf(one.totals, BLOCKED),
});

const isFate = (text: string): text is Fate => (FATES as readonly string[]).includes(text);
const worded = (count: FateCount) => ({ ...count, gradeWords: gradeName(count.grade) });

/** The latest rehearsals and acts under the reader's place. */
export async function viewPromotions(tx: Transaction): Promise<PromotionList> {
  const acts = await listPromotions(tx, MOST_LISTED);
  const names = await institutionsById(tx, [...new Set(acts.map(({ institutionId }) => institutionId))]);
  return {
    today: dayOf(tx.now),
    schoolYear: nextSchoolYear(tx.now),
    items: acts.map((one) => itemOf(one, names.get(one.institutionId)?.name ?? '')),
  };
}

/** One act with its figures, what differs from the last rehearsal, how far it is, and the articles that it follows. */
export async function viewPromotion(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  actor: Actor,
  id: string,
): Promise<PromotionView> {
  const one = await getPromotion(tx, id);
  const earlier = await findEarlier(tx, one);
  const { name, placeCode } = await getInstitution(tx, { id: one.institutionId });
  const asked = law.ask(
    'promotion',
    { placeCode, day: dayOf(tx.now) },
    { stage: one.totals[0]?.stage ?? 'PRIMARY', move: 'NEXT_GRADE', newFile: false },
  );
  const until = one.doneOn && addDays(one.doneOn, 1);
  const own = one.institutionId === actor.institution.id;
  return {
    ...itemOf(one, name),
    own,
    totals: one.totals.map(worded),
    differences: earlier ? differencesOf(one.totals, earlier.totals).map(worded) : [],
    progress: await countProgress(tx, id),
    mayTakeBackUntil: one.state === 'DONE' && own && until && until >= dayOf(tx.now) ? until : null,
    law: asked.findings.map(({ sentence, chip, code, verdict }) => ({ sentence, chip, code, verdict })),
  };
}

/** Who has one of these fates today, under the reader's place; the names behind the figures. Refuses BAD_INPUT. */
export async function viewFates(
  tx: Transaction,
  actor: Actor,
  { fates, after }: { fates: string; after?: string | undefined },
): Promise<FatePage> {
  const wanted = fates.split(',');
  if (!wanted.every(isFate)) throw refuse('BAD_INPUT', { what: '去向须从列出的选项中选择' });
  const spans = spansOf(await listSchoolsBelow(tx, actor.institution.path));
  const schoolYear = nextSchoolYear(tx.now);
  const rows = await listFates(tx, spans, { schoolYear, fates: wanted, after, limit: PAGE + 1 });
  const items = rows.slice(0, PAGE).map((row) => ({
    ...{ studentId: row.studentId, name: row.name, numberMasked: row.numberMasked, schoolName: row.schoolName },
    ...{ gradeWords: gradeName(row.grade), stateWords: REGISTRATION_STATES[row.state] ?? row.state },
    ...{ fate: row.fate, caseId: row.caseId },
  }));
  return { items, next: rows.length > PAGE ? items.at(-1)!.studentId : null };
}

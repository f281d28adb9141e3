/** 升级存取: rehearsals, the acts that came of them, and how far each school of an act is. */
import { type Selectable, sql } from 'kysely';
import type { Promotions } from '../../db/tables.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { FateCount, Promotion, PromotionState } from './promotion.ts';

/** Keeps a rehearsal. */
export async function insertPromotion(tx: Transaction, one: Promotion, madeBy: string): Promise<void> {
  await tx.sql
    .insertInto('promotions')
    .values({
      id: one.id,
      institution_id: one.institutionId,
      path: one.path,
      school_year: one.schoolYear,
      state: one.state,
      takes_effect_on: one.takesEffectOn,
      totals: JSON.stringify(one.totals),
      made_by: madeBy,
      made_by_name: one.madeByName,
      made_at: one.madeAt,
    })
    .execute();
}

const asPromotion = (row: Selectable<Promotions>): Promotion => ({
  id: row.id,
  institutionId: row.institution_id,
  path: row.path,
  schoolYear: row.school_year,
  state: row.state as PromotionState,
  takesEffectOn: row.takes_effect_on as CivilDate,
  totals: row.totals as unknown as FateCount[],
  madeByName: row.made_by_name,
  madeAt: row.made_at,
  orderedByName: row.ordered_by_name,
  orderedAt: row.ordered_at,
  doneOn: row.done_on as CivilDate | null,
});

/** One act or rehearsal in scope; refuses NOT_FOUND. */
export async function getPromotion(tx: Transaction, id: string, { lock = false } = {}): Promise<Promotion> {
  const query = tx.sql.selectFrom('promotions').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此次升级' });
  return asPromotion(row);
}

/** The latest in scope, newest first. */
export async function listPromotions(tx: Transaction, limit: number): Promise<Promotion[]> {
  const rows = await tx.sql.selectFrom('promotions').selectAll().orderBy('made_at', 'desc').limit(limit).execute();
  return rows.map(asPromotion);
}

/** The rehearsal of the same institution and school year before this one. */
export async function findEarlier(tx: Transaction, one: Promotion): Promise<Promotion | undefined> {
  const row = await tx.sql
    .selectFrom('promotions')
    .selectAll()
    .where('institution_id', '=', one.institutionId)
    .where('school_year', '=', one.schoolYear)
    .where('made_at', '<', one.madeAt)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && asPromotion(row);
}

/** Acts that have work left, wherever they are. */
export async function listUnfinished(tx: Transaction, today: CivilDate): Promise<Promotion[]> {
  const rows = await tx.sql
    .selectFrom('promotions')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['RUNNING', 'TAKING_BACK']),
        eb.and([eb('state', '=', 'ORDERED'), eb('takes_effect_on', '<=', today)]),
      ]),
    )
    .execute();
  return rows.map(asPromotion);
}

/** Other acts under way or ordered whose places lie in this one's, or hold it. */
export async function findOverlapping(
  tx: Transaction,
  { id, path }: Pick<Promotion, 'id' | 'path'>,
): Promise<Promotion | undefined> {
  const rows = await tx.sql
    .selectFrom('promotions')
    .selectAll()
    .where('state', 'in', ['ORDERED', 'RUNNING', 'TAKING_BACK'])
    .where('id', '<>', id)
    .execute();
  return rows.map(asPromotion).find((other) => other.path.startsWith(path) || path.startsWith(other.path));
}

/** What an act gains on its way. */
export async function changePromotion(
  tx: Transaction,
  id: string,
  change: {
    state: PromotionState;
    takesEffectOn?: CivilDate;
    doneOn?: CivilDate;
    takeBackReason?: string;
    ordered?: { by: string; name: string; at: Date };
  },
): Promise<void> {
  await tx.sql
    .updateTable('promotions')
    .set({
      state: change.state,
      ...(change.takesEffectOn ? { takes_effect_on: change.takesEffectOn } : {}),
      ...(change.doneOn ? { done_on: change.doneOn } : {}),
      ...(change.takeBackReason ? { take_back_reason: change.takeBackReason } : {}),
      ...(change.ordered
        ? { ordered_by: change.ordered.by, ordered_by_name: change.ordered.name, ordered_at: change.ordered.at }
        : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** The schools of an act, all waiting. */
export async function insertSchools(
  tx: Transaction,
  promotionId: string,
  schools: readonly { id: string; path: string }[],
): Promise<void> {
  await tx.together({
    into: 'promotion_schools',
    rows: schools.map(({ id, path }) => ({ promotion_id: promotionId, school_id: id, path, state: 'WAITING' })),
  });
}

/** The next school in a state, locked: whoever else works at the same act waits, and then finds it done. */
export async function takeNextSchool(
  tx: Transaction,
  promotionId: string,
  state: 'WAITING' | 'PROMOTED',
): Promise<{ schoolId: string; path: string } | undefined> {
  const row = await tx.sql
    .selectFrom('promotion_schools')
    .select(['school_id as schoolId', 'path'])
    .where('promotion_id', '=', promotionId)
    .where('state', '=', state)
    .orderBy('path')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return row;
}

export async function changeSchool(
  tx: Transaction,
  key: { promotionId: string; schoolId: string },
  change: { state: 'PROMOTED' | 'TAKEN_BACK'; promoted?: number; taken_back?: number },
): Promise<void> {
  await tx.sql
    .updateTable('promotion_schools')
    .set({ ...change, at: tx.now })
    .where('promotion_id', '=', key.promotionId)
    .where('school_id', '=', key.schoolId)
    .execute();
}

/** How far an act has come. */
export async function countProgress(
  tx: Transaction,
  promotionId: string,
): Promise<{ schools: number; done: number; takenBack: number; students: number; studentsBack: number }> {
  return tx.sql
    .selectFrom('promotion_schools')
    .select([
      sql<number>`count(*)::int`.as('schools'),
      sql<number>`count(*) filter (where state <> 'WAITING')::int`.as('done'),
      sql<number>`count(*) filter (where state = 'TAKEN_BACK')::int`.as('takenBack'),
      sql<number>`coalesce(sum(promoted), 0)::int`.as('students'),
      sql<number>`coalesce(sum(taken_back), 0)::int`.as('studentsBack'),
    ])
    .where('promotion_id', '=', promotionId)
    .executeTakeFirstOrThrow();
}

/** 按标识查找: one condition for one id or thousands. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Is the column one of these ids? A list is one parameter, whatever its length; a single id is compared as such, which
 * is planned once for all (of a list the planner reckons with its length, and plans each anew).
 */
export const isOneOf = (column: string, ids: readonly string[]): RawBuilder<SqlBool> =>
  ids.length === 1
    ? sql<SqlBool>`${sql.ref(column)} = ${ids[0]}::uuid`
    : sql<SqlBool>`${sql.ref(column)} = any(${[...ids]}::uuid[])`;

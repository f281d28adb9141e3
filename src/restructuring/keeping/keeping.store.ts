/** 档案接管存取: which ended schools' files an institution keeps, from whom it took them over, and how many files they are. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';

export interface KeptSchool {
  schoolId: string;
  name: string;
  /** The day on which the school ended, and its files went to their first keeper. */
  endedOn: CivilDate;
  /** Since when they lie where they lie now: later than the school's end where their keeper has ended too. */
  since: CivilDate;
  /** 存放单位: an archive outside the directory; null where the keeper keeps them itself. */
  archiveName: string | null;
  /** 历任保管: whoever kept them before, the school itself first; each until the next begins. */
  before: { name: string; until: CivilDate }[];
}

/**
 * Every ended school whose files have come to this institution. The keeper of an ended school may end in its turn: what it
 * kept goes on to whoever keeps its own files (MOE-9.4, MOE-9.5).
 */
export async function listKeptSchools(tx: Transaction, keeperId: string): Promise<KeptSchool[]> {
  const { rows } = await sql<{
    school_id: string;
    name: string;
    ended_on: string;
    since: string;
    archive_name: string | null;
    names: string[];
    untils: string[];
  }>`
    with recursive kept as (
      select c.school_id, c.since as ended_on, c.since, c.archive_name, array[i.name] as names, array[c.since::text] as untils
      from file_custodies c join institutions i on i.id = c.school_id where c.custodian_id = ${keeperId}
      union
      select c.school_id, c.since, k.since, coalesce(c.archive_name, k.archive_name), i.name || k.names, c.since::text || k.untils
      from kept k join file_custodies c on c.custodian_id = k.school_id join institutions i on i.id = c.school_id)
    select k.*, i.name from kept k join institutions i on i.id = k.school_id order by k.since desc, i.name`.execute(
    tx.sql,
  );
  return rows.map(({ school_id, name, ended_on, since, archive_name, names, untils }) => ({
    ...{ schoolId: school_id, name, endedOn: ended_on as CivilDate, since: since as CivilDate },
    archiveName: archive_name,
    before: names.map((keeper, place) => ({ name: keeper, until: untils[place] as CivilDate })),
  }));
}

/** Files of former students by school: whose last registration was at one of these schools and has ended. */
export async function countFormer(tx: Transaction, schoolIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ school_id: string; n: number }>`
    select g.school_id, count(*)::int as n from registrations g
    where g.school_id = any(${[...schoolIds]}::uuid[]) and g.end_reason is not null
      and not exists (select from registrations l where l.student_id = g.student_id and l.id > g.id)
    group by g.school_id`.execute(tx.sql);
  return new Map(rows.map(({ school_id, n }) => [school_id, n]));
}

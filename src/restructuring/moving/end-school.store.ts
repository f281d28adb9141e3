/** 学校终止: a school that was merged or closed ends; its accounts are sealed and somebody keeps its files. */
import type { Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';

export async function endSchool(
  tx: Transaction,
  { id }: Pick<Institution, 'id'>,
  {
    custodianId,
    archiveName = null,
    caseId,
    on,
  }: { custodianId: string; archiveName?: string | null | undefined; caseId: string; on: CivilDate },
): Promise<void> {
  await tx.sql.updateTable('institutions').set({ valid_to: on }).where('id', '=', id).execute();
  await tx.sql
    .updateTable('supervisions')
    .set({ valid_to: on })
    .where('school_id', '=', id)
    .where('valid_to', 'is', null)
    .where('valid_from', '<', on)
    .execute();
  await tx.sql
    .updateTable('accounts')
    .set({ state: 'SEALED' })
    .where('institution_id', '=', id)
    .where('state', '<>', 'CLOSED')
    .execute();
  await tx.sql
    .insertInto('file_custodies')
    .values({ school_id: id, custodian_id: custodianId, archive_name: archiveName, case_id: caseId, since: on })
    .execute();
}

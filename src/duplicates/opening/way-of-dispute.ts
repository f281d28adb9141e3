/** 核办去向: the two schools, and the lowest authority that stands above both. */
import { getInstitution, getSupervision, type Institution } from '../../authorities/index.ts';
import { findSuperior } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { holds } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Party } from '../../workflow/index.ts';
import type { Basis, Statement } from '../dispute.ts';
import type { SideRecord } from '../records/read-side.ts';

export interface DisputeWay {
  workflow: string;
  ruler: Institution;
  parties: Partial<Record<Party, string>>;
}

/** Refuses NOT_FOUND where the directory has no authority above both. */
export async function wayOf(
  tx: Transaction,
  [first, second]: readonly [SideRecord, SideRecord],
  { basis, statement, day }: { basis: Basis; statement: Statement; day: CivilDate },
): Promise<DisputeWay> {
  const { authorityId } = await getSupervision(tx, first.school.id, first.stage, day);
  let ruler: Institution | undefined = await getInstitution(tx, { id: authorityId });
  while (ruler && !holds(ruler.path, second.school.path)) ruler = await findSuperior(tx, ruler);
  if (!ruler) throw refuse('NOT_FOUND', { what: '两校共同的上级教育行政部门（请先在机构目录中设立）' });
  const over = first.side.kind === 'ENTRANT' ? 'claim' : basis === 'LIKENESS' ? 'likeness' : 'number';
  return {
    workflow: `duplicate-${over}-${statement.toLowerCase()}`,
    ruler,
    parties: { 'first-school': first.school.id, 'second-school': second.school.id, ruler: ruler.id },
  };
}

/** 校内决定: what the school decides by itself unless a text names somebody above it. */

import { getSupervision } from '../../authorities/index.ts';
import type { AskedChange, ChangeWay } from '../../changes/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { Decision, Law, PartyName } from '../../policy/index.ts';

const ABOVE: readonly PartyName[] = ['CENTRE_SCHOOL', 'COUNTY', 'CITY', 'AUTHORITY'];

/** The way through the school's own hands; undefined where the law's steps name an authority, whose way is the usual one. */
export const schoolUnlessNamed =
  (tables: string) =>
  async (
    tx: Transaction,
    _law: Law,
    { school, standing, day }: Pick<AskedChange, 'school' | 'standing' | 'day'>,
    { requirements }: Decision,
  ): Promise<ChangeWay | undefined> => {
    if (requirements.some((one) => one.kind === 'STEP' && ABOVE.includes(one.by))) return undefined;
    const { authorityId } = await getSupervision(tx, school.id, standing.stage, day);
    return { workflow: `${tables}-school`, parties: { school: school.id }, authorityId, beside: null };
  };

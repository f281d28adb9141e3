/** 报告去向: to whom a school reports a student who is missing or in the hands of justice, as the place's law names it. */

import { getSupervision } from '../../authorities/index.ts';
import { type AskedChange, authorityAt, type ChangeWay, cityOf, placeOf } from '../../changes/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { Decision, Law } from '../../policy/index.ts';

/** The supervising authority where no text names another: it is the one that is told of every change. */
export async function reportWay(
  tx: Transaction,
  law: Law,
  { school, standing: { stage }, day }: Pick<AskedChange, 'school' | 'standing' | 'day'>,
  { findings }: Pick<Decision, 'findings'>,
): Promise<ChangeWay> {
  const { authorityId } = await getSupervision(tx, school.id, stage, day);
  const where = { ...placeOf(school), day };
  const named = new Set(
    findings.flatMap(({ ruleId }) =>
      law.parametersOf(ruleId, where).flatMap(({ name, value }) => (name === 'reportTo' ? (value as string[]) : [])),
    ),
  );
  if (named.has('CITY')) {
    const city = await authorityAt(tx, cityOf(school), '市级');
    return {
      workflow: 'missing-or-detained-report-city',
      parties: { school: school.id, city },
      authorityId,
      beside: null,
    };
  }
  return {
    workflow: 'missing-or-detained-report',
    parties: { school: school.id, authority: authorityId },
    authorityId,
    beside: null,
  };
}

/** 异动预查: what the law says of the form as it is now, which papers it asks for, within which time, and who decides. */
import type { Actor, Services } from '../../access/index.ts';
import { institutionsById } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { byVerdict } from '../../policy/index.ts';
import type { Workflow } from '../../workflow/index.ts';
import type { AnyChangeKind } from '../change-kind.ts';
import type { ChangePreview } from '../changes.api.ts';
import type { FormValues } from '../form/form.api.ts';
import { deadlinesOf, papersOf, shownFinding } from '../law/read-decision.ts';
import type { ChangeWay } from '../law/way-by-law.ts';
import { prepareChange, standingFor, type WhomAsked } from './prepare-change.ts';

/** Nothing is written. Refuses like the opening itself, but for what the law says: that is the answer. */
export async function previewChange(
  tx: Transaction,
  services: Pick<Services, 'law' | 'cipher'>,
  workflows: readonly Workflow[],
  actor: Actor,
  {
    kind,
    form,
    receivedOn,
    ...whom
  }: WhomAsked & { kind: AnyChangeKind; form: FormValues; receivedOn?: CivilDate | undefined },
): Promise<ChangePreview> {
  const standing = await standingFor(tx, services, actor, whom);
  const prepared = await prepareChange(tx, services, kind, {
    standing,
    schoolId: actor.institution.id,
    form,
    day: receivedOn ?? dayOf(tx.now),
  });
  const { decision, way } = prepared;
  return {
    verdict: decision.verdict,
    findings: decision.findings.toSorted(byVerdict).map(shownFinding),
    papers: papersOf(decision),
    deadlines: deadlinesOf(decision),
    steps: await stepsOf(tx, workflows, way),
  };
}

/** 办理各方 of a way, in their order. */
export async function stepsOf(
  tx: Transaction,
  workflows: readonly Workflow[],
  { workflow, parties }: Pick<ChangeWay, 'workflow' | 'parties'>,
): Promise<{ role: string; institutionName: string }[]> {
  const table = workflows.find(({ id }) => id === workflow);
  if (!table) throw new Error(`no workflow ${workflow}`);
  const institutions = await institutionsById(tx, Object.values(parties));
  return table.track.map(({ party, role }) => ({
    role,
    institutionName: institutions.get(parties[party] ?? '')?.name ?? '',
  }));
}

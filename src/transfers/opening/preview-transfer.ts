/** 转学预查: what the law would say of the form as it is now, which papers it asks for, and who decides by when. */
import type { Actor, Services } from '../../access/index.ts';
import { institutionsById } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { WorkingCalendar } from '../../kernel/working-days.ts';
import { strictest } from '../../policy/index.ts';
import type { Workflow } from '../../workflow/index.ts';
import { findingsOn, papersAsked } from '../law/ask-transfer.ts';
import type { TransferForm, TransferPreview } from '../transfers.api.ts';
import { readToken } from './find-child.ts';
import { type PreparedTransfer, prepareTransfer } from './prepare-transfer.ts';

type Needs = Pick<Services, 'law' | 'cipher' | 'calendar'>;

/** Nothing is written. Refuses like the opening itself, but for what the law says: that is the answer. */
export async function previewTransfer(
  tx: Transaction,
  services: Needs,
  workflows: readonly Workflow[],
  actor: Actor,
  { token, form, receivedOn }: { token: string; form: TransferForm; receivedOn?: CivilDate | undefined },
): Promise<TransferPreview> {
  const child = readToken(services, tx, actor, token);
  const prepared = await prepareTransfer(tx, services, actor, child, form, receivedOn);
  const findings = await findingsOn(services, tx, prepared.asked);
  return {
    verdict: strictest(findings),
    findings: findings.map(({ ruleId, code, verdict, sentence, remedy, chip, side }) => ({
      ...{ ruleId, code, verdict, sentence, chip },
      remedy: remedy ?? null,
      side: side ?? null,
    })),
    papers: papersAsked(services, prepared.asked),
    steps: await stepsOf(tx, services.calendar, workflows, prepared),
  };
}

/** 办理各方: each with the last day, were every one before to use the whole of its term. */
async function stepsOf(
  tx: Transaction,
  calendar: WorkingCalendar,
  workflows: readonly Workflow[],
  { way, asked }: PreparedTransfer,
): Promise<TransferPreview['steps']> {
  const table = workflows.find(({ id }) => id === way.workflow)!;
  const institutions = await institutionsById(tx, Object.values(way.parties));
  let latest: CivilDate | undefined = asked.day;
  return table.track.map(({ party, state, role }) => {
    const term = table.states[state]?.term;
    if (term && 'workingDays' in term) latest = lastDay(calendar, latest, term.workingDays);
    const institutionName = institutions.get(way.parties[party] ?? '')?.name ?? '';
    return { role, institutionName, latestOn: term ? (latest ?? null) : null };
  });
}

/** Undefined where the calendar of the year is not published. */
function lastDay(calendar: WorkingCalendar, from: CivilDate | undefined, days: number): CivilDate | undefined {
  return from && calendar.covers(addDays(from, days * 2 + 15)) ? calendar.addWorkingDays(from, days) : undefined;
}

/** 可引用的条款: what the law of the place says of a request, so that a refusal names an article that speaks of it. */
import type { Actor, Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { findingsOnItems } from '../../key-data/index.ts';
import { findingsOnLeave } from '../../leave/index.ts';
import { byVerdict, type LawFinding } from '../../policy/index.ts';
import { type Child, schoolOf } from '../child/child.ts';
import { hasKeyData, matterOf } from './request-words.ts';
import type { Content, OfficeDetail } from './requests.api.ts';

/** What speaks against it first. Of an ordinary item and of a complaint no rule is asked: there the answer names its text itself. */
export async function articlesFor(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  child: Child,
  content: Content,
): Promise<OfficeDetail['articles']> {
  const findings = await findingsFor(tx, services, actor, child, content);
  const shown = findings.toSorted(byVerdict).map(({ verdict, chip, sentence }) => ({ verdict, chip, sentence }));
  return shown.filter((one, at) => shown.findIndex(({ chip }) => chip === one.chip) === at);
}

async function findingsFor(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  child: Child,
  content: Content,
): Promise<readonly LawFinding[]> {
  const matter = matterOf(content);
  if (matter) return findingsOnLeave(tx, services, actor, { studentId: child.id, matter });
  if (content.kind !== 'CORRECTION' || !hasKeyData(content) || !child.held || !child.stage) return [];
  const about = { school: await schoolOf(tx, child), day: dayOf(tx.now), stage: child.stage };
  return findingsOnItems(
    services,
    content.items.map(({ path }) => path),
    about,
  );
}

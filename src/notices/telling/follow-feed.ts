/** 由变动生成通知: a follower in the house: each change once, in order, with the notices in the same transaction. */
import type { Services } from '../../access/index.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import type { ChangeEvent } from '../../feed/change-event.api.ts';
import { lastPosition, readFeed } from '../../feed/follow.store.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Workflow } from '../../workflow/index.ts';
import { insertMessages } from '../sending/message.store.ts';
import { findCursor, lockCursor, moveCursor } from './notice.store.ts';
import {
  accountsAt,
  accountsById,
  type CaseFacts,
  factsOf,
  guardiansWithPhone,
  type Recipient,
} from './recipients.store.ts';
import { caseWords, SENTENCES } from './sentences.ts';
import { type Telling, tell } from './tell.ts';

export interface FollowNeeds extends Pick<Services, 'db'> {
  workflows: readonly Workflow[];
  /** Are guardians told by short message? */
  tellsGuardians: boolean;
}

/** Changes at a time: a promotion tells of each student, and all of a school come to one notice a person. */
const PORTION = 2000;

/** Tells of everything that the feed has gained; answers how many changes were read. */
export async function followFeed(needs: FollowNeeds): Promise<number> {
  // Most of the time nothing has happened: then nothing is locked and nothing written.
  const idle = await needs.db.read(NODE_SCOPE, async (tx) => (await findCursor(tx)) >= (await lastPosition(tx)));
  if (idle) return 0;
  for (let total = 0; ; ) {
    const { read, more } = await needs.db.write(NODE_SCOPE, async (tx) => {
      tx.markAudited(); // the change itself left its row; that somebody is told of it changes no fact
      const after = await lockCursor(tx);
      const page = await readFeed(tx, { after, limit: PORTION });
      await tellOf(tx, needs, page.events);
      if (page.next > after) await moveCursor(tx, page.next);
      return { read: page.events.length, more: page.more };
    });
    total += read;
    if (!more) return total;
  }
}

async function tellOf(tx: Transaction, needs: FollowNeeds, events: readonly ChangeEvent[]): Promise<void> {
  const about = events.filter(({ kind }) => kind.startsWith('CASE_'));
  const facts = await factsOf(tx, [...new Set(events.flatMap(({ caseId }) => caseId ?? []))]);
  const institutionIds = events.flatMap(({ caseId, body }) => [
    ...[body['holderId'], body['schoolId']].filter((id) => typeof id === 'string'),
    ...(facts.get(caseId ?? '')?.acts ?? []).flatMap(({ holderId }) => holderId ?? []),
  ]);
  const people = await accountsAt(tx, [...new Set(institutionIds)]);
  const openers = await accountsById(
    tx,
    [...facts.values()].map(({ openedBy }) => openedBy),
  );
  const known = { facts, people, openers, workflows: needs.workflows };
  await tell(tx, [...about.flatMap((event) => tellingsOfCase(event, known)), ...tellingsOfSchools(events, known)]);
  if (needs.tellsGuardians) await tellGuardians(tx, about);
}

interface Known {
  facts: ReadonlyMap<string, CaseFacts>;
  people: readonly Recipient[];
  openers: readonly Recipient[];
  workflows: readonly Workflow[];
}

/** Whom an act on a case concerns, but for the person who made it. */
function tellingsOfCase(
  { id, kind, caseId, body }: ChangeEvent,
  { facts, people, openers, workflows }: Known,
): Telling[] {
  const known = facts.get(caseId ?? '');
  const act = known?.acts.find(({ seq }) => seq === body['seq']);
  if (!known || !act) return [];
  const before = known.acts.findLast(({ seq }) => seq < act.seq);
  const table = workflows.find((one) => one.id === body['workflow']);
  const what = caseWords(table?.title ?? '', String(body['number']));
  const dueOn = (body['dueOn'] as CivilDate | null) ?? null;
  const others = (to: readonly Recipient[]) => to.filter(({ accountId }) => accountId !== act.accountId);
  const holding = (one: { holderId: string | null; holderRole: string | null } | undefined) =>
    others(people.filter(({ institutionId, role }) => institutionId === one?.holderId && role === one.holderRole));
  const telling = (told: Pick<Telling, 'kind' | 'to' | 'sentence'>): Telling[] =>
    told.to.length === 0 ? [] : [{ ...told, source: id, caseId: caseId ?? null }];
  const opener = others(openers.filter(({ accountId }) => accountId === known.openedBy));

  const tellings: Telling[] = [];
  if (kind === 'CASE_REMINDED') {
    return telling({
      kind: 'CASE_REMINDED',
      to: holding(act),
      sentence: SENTENCES.reminded(what, act.institutionName),
    });
  }
  if (kind === 'CASE_FORCED' && before) {
    const to = others(people.filter(({ institutionId }) => institutionId === before.holderId));
    tellings.push(...telling({ kind: 'CASE_FORCED', to, sentence: SENTENCES.forced(what, act.institutionName) }));
  }
  if (body['ended']) {
    const state = table?.states[String(body['toState'])]?.words ?? '';
    const school = others(
      people.filter(({ institutionId, role }) => institutionId === body['schoolId'] && isRegistrar(role)),
    );
    const to = [...opener, ...school];
    return [...tellings, ...telling({ kind: 'CASE_DECIDED', to, sentence: SENTENCES.decided(what, state) })];
  }
  if (body['step'] === 'SENT_BACK') {
    tellings.push(...telling({ kind: 'CASE_RETURNED', to: holding(act), sentence: SENTENCES.sentBack(what) }));
  } else if (body['action'] === 'RETURN') {
    const to = [...holding(act), ...opener];
    tellings.push(...telling({ kind: 'CASE_RETURNED', to, sentence: SENTENCES.returned(what) }));
  } else if (act.holderId !== before?.holderId || act.holderRole !== before?.holderRole) {
    tellings.push(...telling({ kind: 'CASE_ARRIVED', to: holding(act), sentence: SENTENCES.arrived(what, dueOn) }));
  }
  return tellings;
}

const isRegistrar = (role: string): boolean => role.endsWith('REGISTRAR');

const CHANGES: Partial<Record<ChangeEvent['kind'], string>> = {
  REGISTRATION_BEGUN: '学籍开始',
  REGISTRATION_CHANGED: '学籍变动',
  REGISTRATION_ENDED: '学籍终止或转出',
};

/** One notice for each act and school, however many children it concerns. */
function tellingsOfSchools(events: readonly ChangeEvent[], { facts, people }: Known): Telling[] {
  return events.flatMap(({ kind, caseId, studentId, body }): Telling[] => {
    const change = CHANGES[kind];
    const schoolId = body['schoolId'];
    if (!change) return [];
    const acts = facts.get(caseId ?? '')?.acts;
    const to = people.filter(({ institutionId, role }) => institutionId === schoolId && isRegistrar(role));
    const others = to.filter(({ accountId }) => accountId !== acts?.at(-1)?.accountId);
    return others.length === 0
      ? []
      : [
          {
            kind: 'REGISTRATION_CHANGED',
            source: `${kind} ${String(schoolId)} ${caseId}`,
            to: others,
            sentence: SENTENCES.registrations(change, acts ? '有关办件' : undefined),
            caseId: acts ? (caseId ?? null) : null,
            studentId: studentId ?? null,
          },
        ];
  });
}

/** At the beginning, when it comes back, and at the end: a number to ask with, and nothing else. */
async function tellGuardians(tx: Transaction, events: readonly ChangeEvent[]): Promise<void> {
  const telling = events.filter(
    ({ kind, studentId, body }) =>
      studentId && (kind === 'CASE_OPENED' || body['ended'] || body['action'] === 'RETURN'),
  );
  const guardians = await guardiansWithPhone(tx, [...new Set(telling.flatMap(({ studentId }) => studentId ?? []))]);
  await insertMessages(
    tx,
    telling.flatMap(({ id, studentId, body }) =>
      guardians
        .filter((one) => one.studentId === studentId)
        .map(({ ordinal, path }) => ({
          channel: 'SMS' as const,
          path,
          source: `SMS guardian ${ordinal} ${id}`,
          studentId: studentId!,
          guardianOrdinal: ordinal,
          sentences: [SENTENCES.guardian(String(body['number']))],
        })),
    ),
  );
}

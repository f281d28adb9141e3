/** 家长进入接口: the check, who is here, and going away. */
import {
  type FamilyCaller,
  type FamilySessions,
  familyAsAuditActor,
  familySubject,
  type Route,
  route,
  type Services,
} from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { gradeName, makeTriesPerAddress } from '../../authorities/index.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { readChild } from '../child/child.ts';
import { enter } from './enter.ts';
import { enteringShape, type FamilySession, familySessionShape, signedOutShape } from './entering.api.ts';
import { endFamilySessions } from './session.store.ts';

const TAG = '家长';

/** The only public door of the families' side; everything else needs the session it opens. */
export function enteringRoutes(services: Services, families: FamilySessions): Route[] {
  const { db } = services;
  const tries = makeTriesPerAddress();
  const live = async (token: string | undefined, requestId: string) => {
    const found = token ? await families.find(token, requestId) : undefined;
    if (!found) throw refuse('NOT_SIGNED_IN');
    return found;
  };
  const view = async (token: string | undefined, requestId: string): Promise<FamilySession> => {
    const { family, csrfToken } = await live(token, requestId);
    return db.read(family.scope, async (tx) => ({ ...(await describe(tx, services, family)), csrfToken }));
  };
  return [
    route({
      method: 'POST',
      path: '/api/family/session',
      tag: TAG,
      title: '家长核对后进入',
      who: 'PUBLIC',
      body: enteringShape,
      answer: familySessionShape,
      handle: async ({ body, address, requestId, familySession }) => {
        const takeBack = tries.count(address, services.now());
        const token = await enter(services, { ...body, requestId });
        takeBack();
        familySession.start(token);
        return view(token, requestId);
      },
    }),
    route({
      method: 'GET',
      path: '/api/family/session',
      tag: TAG,
      title: '看本人和孩子',
      who: 'FAMILY',
      answer: familySessionShape,
      handle: ({ familySession, requestId }) => view(familySession.token, requestId),
    }),
    route({
      method: 'DELETE',
      path: '/api/family/session',
      tag: TAG,
      title: '家长退出',
      who: 'FAMILY',
      answer: signedOutShape,
      handle: async ({ family, familySession }) => {
        await db.write(NODE_SCOPE, async (tx) => {
          await endFamilySessions(tx, family.linkId);
          await record(tx, familyAsAuditActor(family), {
            action: 'FAMILY_LEFT',
            ...familySubject(family),
            path: family.path,
          });
        });
        familySession.end();
        return { signedOut: true as const };
      },
    }),
  ];
}

async function describe(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  { studentId, relationWords, guardianMasked }: FamilyCaller,
): Promise<Omit<FamilySession, 'csrfToken'>> {
  const { name, held, school, classWords } = await readChild(tx, services, studentId);
  const { open, registrations = [] } = held ?? {};
  return {
    childName: name,
    relationWords,
    guardianName: guardianMasked,
    schoolName: school?.name ?? registrations.at(-1)?.school_name ?? '',
    classWords: classWords ?? (open ? gradeName(open.grade) : null),
    registered: held !== undefined,
    onLeave: open?.state === 'ON_LEAVE',
    left: held !== undefined && open === undefined,
    today: dayOf(tx.now),
  };
}

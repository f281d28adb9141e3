/** 看收到的档案包: the list of a school, one package with what it holds, and each of its papers. */
import type { Actor, FileAnswer, Services } from '../../../access/index.ts';
import { asAuditActor, scopeOf } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { KeyRing } from '../../../crypto/key-ring.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { maskIdentityNumber, maskRegistrationNumber, readRecord } from '../../../students/index.ts';
import { checkPackage } from '../format/check-package.ts';
import { readContents } from '../format/contents.ts';
import type { ReceivedItem, ReceivedView } from '../packages.api.ts';
import { signerOf } from '../trust/signer.ts';
import { trustedBy } from '../trust/trust-keys.ts';
import { compareWithPackage } from './compare-records.ts';
import { getReceived, listReceived, type ReceivedPackage } from './received.store.ts';
import { shownEntries, shownHeads, shownHistory, shownRegistrations } from './show-contents.ts';
import type { KeptFacts } from './take-in.ts';

type Needs = Pick<Services, 'db' | 'cipher' | 'files'>;
const SHOWN = 200;

/** The latest 200 of the reader's place. */
export async function viewReceivedList(tx: Transaction, services: Needs, actor: Actor): Promise<ReceivedItem[]> {
  return (await listReceived(tx, actor.institution.path, SHOWN)).map((one) => itemOf(services, one));
}

const factsOf = ({ cipher }: Pick<Services, 'cipher'>, { id, sealed }: ReceivedPackage) =>
  cipher.open('received_packages', id, sealed) as KeptFacts;

function itemOf(services: Pick<Services, 'cipher'>, one: ReceivedPackage): ReceivedItem {
  const { school, student, approval, madeAt } = factsOf(services, one);
  return {
    ...{ id: one.id, name: student.name, fromSchool: school.name, approval: approval.number, madeAt },
    numberMasked: student.registrationNumber && maskRegistrationNumber(student.registrationNumber),
    identityMasked: student.identityNumber && maskIdentityNumber(student.identityNumber),
    ...{ takenAt: one.takenAt.toISOString(), takenByName: one.takenByName },
    ...{ studentId: one.studentId, attachedAt: one.attachedAt?.toISOString() ?? null },
  };
}

/** One package, checked anew from its bytes. Leaves a VIEW_PACKAGE row. Refuses NOT_FOUND outside the reader's scope. */
export function viewReceived(services: Needs, ring: KeyRing, actor: Actor, id: string): Promise<ReceivedView> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const one = await getReceived(tx, id);
    await entered(tx, actor, one, 'VIEW_PACKAGE', {});
    const checked = await checkPackage(await services.files.fetch(one.fileId), await trustedBy(tx, ring, one.path));
    const contents = readContents(checked.entries);
    const here = one.studentId ? await recordHere(tx, services, one.studentId) : undefined;
    const { school, receiver, approval } = factsOf(services, one);
    return {
      ...itemOf(services, one),
      ...{ receiver, fromSchoolCode: school.code, approvedOn: approval.on },
      signer: await signerOf(tx, ring, one),
      digest: checked.digest?.toString('hex') ?? null,
      lines: checked.lines.map(({ holds, words }) => ({ holds, words })),
      entries: shownEntries(checked, contents),
      unread: contents.unread,
      ...shownHistory(contents),
      registrations: shownRegistrations(contents),
      heads: shownHeads(contents, actor.institution.level === 'SCHOOL'),
      against: here ? 'HERE' : one.studentId ? 'GONE' : 'UNATTACHED',
      compared: contents.student ? compareWithPackage(contents.student.record, here?.record) : [],
    };
  });
}

/** Undefined once the student has gone on to another place. */
async function recordHere(tx: Transaction, services: Needs, studentId: string) {
  try {
    return await readRecord(tx, services, studentId);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
}

/** One paper of a package. Leaves a VIEW_PACKAGE row. Refuses NOT_FOUND for a name that the package does not hold. */
export function openEntry(services: Needs, ring: KeyRing, actor: Actor, id: string, name: string): Promise<FileAnswer> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const one = await getReceived(tx, id);
    const checked = await checkPackage(await services.files.fetch(one.fileId), await trustedBy(tx, ring, one.path));
    const bytes = name.includes('/') ? checked.entries.get(name) : undefined;
    if (!bytes) throw refuse('NOT_FOUND', { what: '档案包中的此份材料' });
    await entered(tx, actor, one, 'VIEW_PACKAGE', { entry: name });
    const mediaType = name.endsWith('.pdf') ? 'application/pdf' : name.endsWith('.png') ? 'image/png' : 'image/jpeg';
    return { file: new Uint8Array(bytes), mediaType, sandboxed: true };
  });
}

const entered = (tx: Transaction, actor: Actor, one: ReceivedPackage, action: string, detail: Record<string, string>) =>
  record(tx, asAuditActor(actor), {
    ...(one.studentId
      ? ({ subjectKind: 'STUDENT', subjectId: one.studentId } as const)
      : ({ subjectKind: 'INSTITUTION', subjectId: one.schoolId } as const)),
    ...{ action, path: one.path, detail: { ...detail, package: one.id } },
  });

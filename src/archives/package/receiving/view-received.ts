/** 看收到的档案包: the list of a school, one package with what it holds, and each of its papers. */
import type { Actor, FileAnswer, Services } from '../../../access/index.ts';
import { asAuditActor, scopeOf } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { KeyRing } from '../../../crypto/key-ring.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { maskIdentityNumber, maskRegistrationNumber, readRecord } from '../../../students/index.ts';
import { checkPackage } from '../format/check-package.ts';
import { HEADS_OF_FILE, REGISTRATIONS, STUDENT } from '../format/manifest.ts';
import type { ReceivedItem, ReceivedView } from '../packages.api.ts';
import { trustedBy } from '../trust/trust-keys.ts';
import { compareWithPackage } from './compare-records.ts';
import { getReceived, listReceived, type ReceivedPackage } from './received.store.ts';
import type { KeptFacts } from './take-in.ts';

type Needs = Pick<Services, 'db' | 'cipher' | 'files'>;
const SHOWN = 200;

/** The latest 200 of the reader's place. */
export async function viewReceivedList(tx: Transaction, services: Needs, actor: Actor): Promise<ReceivedItem[]> {
  return (await listReceived(tx, actor.institution.path, SHOWN)).map((one) => itemOf(services, one));
}

function itemOf({ cipher }: Pick<Services, 'cipher'>, one: ReceivedPackage): ReceivedItem {
  const { school, student, approval, madeAt } = cipher.open('received_packages', one.id, one.sealed) as KeptFacts;
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
    const parsed = (name: string): unknown => JSON.parse(checked.entries.get(name)?.toString('utf8') ?? 'null');
    const student = parsed(STUDENT) as { record: object } | null;
    const here = one.studentId ? await recordHere(tx, services, one.studentId) : undefined;
    return {
      ...itemOf(services, one),
      lines: checked.lines,
      registrations: (parsed(REGISTRATIONS) as ReceivedView['registrations'] | null) ?? [],
      heads: ((parsed(HEADS_OF_FILE) as { heads: ReceivedView['heads'] } | null)?.heads ?? []).map(
        ({ code, title, items }) => ({ code, title, items }),
      ),
      papers: [...checked.entries.keys()].filter((name) => name.includes('/')),
      compared: here && student ? compareWithPackage(here.record, student.record) : null,
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

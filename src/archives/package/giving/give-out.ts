/** 取出档案电子包: once, by the registrar of the school, within a week of the approval; from then on the code can be read. */
import type { Actor, Services } from '../../../access/index.ts';
import { asAuditActor, scopeOf } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { getInstitution } from '../../../authorities/index.ts';
import { getCase } from '../../../cases/index.ts';
import type { KeyRing } from '../../../crypto/key-ring.ts';
import { addDays, type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { lockPackage, packageCode } from '../format/lock-package.ts';
import { PACKAGE_BYTES } from '../format/read-archive.ts';
import { type PackageEntry, writePackage } from '../format/write-package.ts';
import { collectEntries } from './collect-entries.ts';
import { getPackage, type PackagePermission, writeTaken } from './packages.store.ts';

/** Days after the approval in which the package may be taken out: no text says any; a permission is not left lying about. */
const DAYS = 7;
const SALT = 16;

export type PackageNeeds = Pick<Services, 'db' | 'cipher' | 'files' | 'law' | 'index' | 'randomBytes'>;

/** Papers that are printed for the package, such as the registration card; none for who is registered nowhere. */
export type PrintForPackage = (actor: Actor, studentId: string) => Promise<PackageEntry[]>;

export const lastDayOfTaking = ({ approvedOn }: Pick<PackagePermission, 'approvedOn'>): CivilDate =>
  addDays(approvedOn, DAYS);

/** 取件码 of a package: made from its case under the node's key, so that it need not be kept anywhere. */
export const codeOf = ({ index }: Pick<Services, 'index'>, { studentId, caseId }: PackagePermission): string =>
  packageCode(index.blindIndex('file-package', `${studentId}/${caseId}`));

/**
 * Gives the locked package and leaves a GIVE_OUT_PACKAGE row. Refuses NOT_FOUND without an approval of this school,
 * CONFLICT once it was taken out, STEP_NOT_ALLOWED after the last day.
 */
export async function giveOut(
  services: PackageNeeds,
  ring: KeyRing,
  printFor: PrintForPackage,
  actor: Actor,
  caseId: string,
): Promise<{ bytes: Buffer; fileName: string }> {
  const permission = await services.db.read(scopeOf(actor), (tx) => getCase(tx, caseId));
  if (permission.schoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '已批准的档案电子包' });
  const printed = await printFor(actor, permission.subjectId);
  return services.db.write(scopeOf(actor), async (tx) => {
    const allowed = await getPackage(tx, caseId);
    if (allowed.taken) throw refuse('CONFLICT', { what: '此档案电子包已取出，再次提供须另行报批' });
    const last = lastDayOfTaking(allowed);
    if (dayOf(tx.now) > last) {
      throw refuse('STEP_NOT_ALLOWED', { state: `取出期限${last}已过`, action: '取出档案电子包，请另行报批' });
    }
    const { number } = await getCase(tx, caseId);
    const school = await getInstitution(tx, { id: actor.institution.id });
    const { held, entries } = await collectEntries(tx, services, allowed.studentId, printed);
    const { archive, digest } = await writePackage(
      ring,
      {
        madeAt: tx.now.toISOString(),
        school: { code: school.code ?? '', name: school.name, placeCode: school.placeCode },
        receiver: allowed.receiverName,
        approval: { number, on: allowed.approvedOn },
        student: {
          name: held.record.name ?? '',
          registrationNumber: held.record.registrationNumber ?? null,
          identityType: held.record.identityType ?? null,
          identityNumber: held.record.identityNumber ?? null,
        },
      },
      entries,
    );
    if (archive.length > PACKAGE_BYTES)
      throw refuse('TOO_LARGE', { what: '档案电子包', limit: `${PACKAGE_BYTES / 2 ** 20}MB` });
    const bytes = lockPackage(ring.suite, archive, codeOf(services, allowed), services.randomBytes(SALT));
    await writeTaken(tx, allowed, actor, { digest, size: bytes.length });
    await record(tx, asAuditActor(actor), {
      action: 'GIVE_OUT_PACKAGE',
      subjectKind: 'STUDENT',
      subjectId: allowed.studentId,
      path: allowed.path,
      detail: { case: number, receiver: allowed.receiverName, digest: digest.toString('hex'), size: bytes.length },
    });
    return { bytes, fileName: `档案包-${number}.xjda` };
  });
}

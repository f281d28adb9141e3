/** 接收档案包: unlocked, checked line by line, and where every line holds kept and attached to the student it belongs to. */
import type { Readable } from 'node:stream';
import type { Actor, Services } from '../../../access/index.ts';
import { asAuditActor, scopeOf } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { KeyRing } from '../../../crypto/key-ring.ts';
import { insertFiles } from '../../../files/file.store.ts';
import { collect } from '../../../files/file-store.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { identityHashOf } from '../../../students/index.ts';
import { type CheckedPackage, type CheckLine, checkPackage } from '../format/check-package.ts';
import { readContents } from '../format/contents.ts';
import { unlockPackage } from '../format/lock-package.ts';
import type { Manifest } from '../format/manifest.ts';
import { PACKAGE_BYTES, UnfitPackage } from '../format/read-archive.ts';
import { trustedBy } from '../trust/trust-keys.ts';
import { attachTo } from './attach.ts';
import { findReceived, insertReceived } from './received.store.ts';

export type ReceivingNeeds = Pick<Services, 'db' | 'cipher' | 'index' | 'files' | 'newId'>;

/** What is kept of the manifest, sealed. */
export type KeptFacts = Pick<Manifest, 'madeAt' | 'school' | 'receiver' | 'approval' | 'student'>;

export interface Opened {
  lines: CheckLine[];
  checked: CheckedPackage;
  archive: Buffer | null;
}

/** Longest first line: the code with its dashes, and a little carelessness. */
const CODE_BYTES = 80;
/** What a person types as a code; the beginning of a locked file is none. */
const CODE_LINE = /^[0-9A-Za-z -]{5,78}\r?$/;

/**
 * An upload is the code on a line of its own, then the locked file: so the code is in no address and no log. Refuses
 * BAD_INPUT without a code, TOO_LARGE past the limit of a package.
 */
export async function openUpload(
  { db }: Pick<Services, 'db'>,
  ring: KeyRing,
  actor: Actor,
  stream: Readable,
): Promise<Opened> {
  const bytes = await collect(stream, PACKAGE_BYTES + 4096, '档案包');
  const end = bytes.subarray(0, CODE_BYTES).indexOf('\n');
  const code = bytes.subarray(0, Math.max(0, end)).toString('latin1');
  if (!CODE_LINE.test(code)) throw refuse('BAD_INPUT', { what: '请填写转出单位告知的取件码' });
  const trusted = await db.read(scopeOf(actor), (tx) => trustedBy(tx, ring, actor.institution.path));
  try {
    const archive = unlockPackage(bytes.subarray(end + 1), code);
    const checked = understood(await checkPackage(archive, trusted));
    return { lines: checked.lines, checked, archive };
  } catch (error) {
    if (!(error instanceof UnfitPackage)) throw error;
    const lines = [{ holds: false, words: error.why }];
    return { lines, checked: { sound: false, lines, manifest: null, digest: null, entries: new Map() }, archive: null };
  }
}

/** What is signed but cannot be read is not taken in: nobody could look at it afterwards. */
function understood(checked: CheckedPackage): CheckedPackage {
  if (!checked.sound) return checked;
  const lines = readContents(checked.entries).unread.map((what) => ({
    ...{ holds: false, words: `${what}：格式读不出，请转出单位用新版系统重新制作` },
  }));
  return lines.length === 0 ? checked : { ...checked, sound: false, lines: [...checked.lines, ...lines] };
}

export interface TakenIn {
  id: string;
  /** The student of this school whom it belongs to, where there is one already. */
  studentId: string | null;
}

/**
 * 接收. Leaves a TAKE_IN_PACKAGE row. Refuses UNSUITABLE_FILE where a line does not hold, CONFLICT for a package that the
 * school has already.
 */
export async function takeIn(services: ReceivingNeeds, actor: Actor, { checked, archive }: Opened): Promise<TakenIn> {
  const { sound, manifest, digest, lines } = checked;
  if (!sound || !manifest || !digest || !archive) {
    throw refuse('UNSUITABLE_FILE', { why: lines.find(({ holds }) => !holds)?.words ?? '档案包没有通过核验' });
  }
  const file = await services.files.keep(archive);
  const { institution } = actor;
  try {
    return await services.db.write(scopeOf(actor), async (tx) => {
      const before = await findReceived(tx, institution.id, digest);
      if (before) throw refuse('CONFLICT', { what: `此档案包已由${before.takenByName}接收` });
      const id = services.newId();
      const { madeAt, school, receiver, approval, student } = manifest;
      const { identityType, identityNumber } = student;
      const hash = identityType && identityNumber ? identityHashOf(services.index, identityType, identityNumber) : null;
      const facts: KeptFacts = { madeAt, school, receiver, approval, student };
      await insertFiles(tx, [
        { ...file, path: institution.path, kind: 'PACKAGE', mediaType: 'application/zip', madeBy: actor.accountId },
      ]);
      const one = {
        ...{ id, schoolId: institution.id, path: institution.path, keyId: manifest.keyId, digest },
        ...{ identityHash: hash, sealed: services.cipher.seal('received_packages', id, facts), fileId: file.id },
        ...{ takenBy: actor.accountId, takenByName: actor.personName },
      };
      await insertReceived(tx, one);
      await record(tx, asAuditActor(actor), {
        action: 'TAKE_IN_PACKAGE',
        subjectKind: 'INSTITUTION',
        subjectId: institution.id,
        path: institution.path,
        detail: { package: id, key: manifest.keyId, digest: digest.toString('hex'), from: school.code },
      });
      return { id, studentId: await attachTo(tx, actor, one) };
    });
  } catch (error) {
    await services.files.remove(file.id);
    throw error;
  }
}

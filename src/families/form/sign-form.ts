/** 核对签字: the form as it stands, whose turn it is, and a guardian's signature under exactly what was shown. */
import type { Readable } from 'node:stream';
import { type FamilyCaller, familyAsAuditActor, familySubject, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { insertFiles } from '../../files/file.store.ts';
import { collect } from '../../files/file-store.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Stage } from '../../policy/index.ts';
import type { RawRecord } from '../../students/index.ts';
import { readChild, schoolOf } from '../child/child.ts';
import { mayTakePhoto } from '../record/own-photo.ts';
import { familyFindings } from './family-findings.ts';
import type { BaseForm } from './form.api.ts';
import { type FormGroup, formDigest, formLines, stillHolds } from './form-lines.ts';
import { proposedItems } from './proposed-items.ts';
import { DRAWING_BYTES, readDrawing } from './read-drawing.ts';
import { insertSignature, listSignatures, type SigningStep } from './signature.store.ts';
import { signingOf, stepsByLaw } from './signing-steps.ts';

type Needs = Pick<Services, 'law' | 'cipher' | 'index'>;

/** The form and how far it has come. Refuses NOT_FOUND for who is registered nowhere: there is no school to sign it for. */
export async function viewForm(tx: Transaction, services: Needs, family: FamilyCaller): Promise<BaseForm> {
  const { child, groups, digest, signing, school, changed, proposed } = await formNow(tx, services, family);
  const { last } = signing;
  const toSign = toSignNow(signing, { changed, proposed });
  return {
    childName: child.name,
    schoolName: school.name,
    registered: child.held !== undefined,
    hasPhoto: child.photoId !== null,
    mayTakePhoto: child.draft !== undefined && (await mayTakePhoto(tx, family, child.photoId)),
    groups,
    digest: digest.toString('hex'),
    steps: signing.steps.map(({ by, words, chip, state, on }) => ({ by, words, chip, state, on })),
    ...{ toSign, changed },
    proposed: Object.keys(proposed),
    signedOn: last ? dayOf(last.signedAt) : null,
    findings: child.draft ? familyFindings(services, family, child.draft, dayOf(tx.now)) : [],
  };
}

/**
 * What has changed since the last signature may be signed anew, once the school is not just looking at it. The last
 * signature waits until the school has taken over what the family filled in: it stands under what is held.
 */
function toSignNow(
  { toSign, waiting }: ReturnType<typeof signingOf>,
  { changed, proposed }: { changed: boolean; proposed: RawRecord },
): SigningStep | null {
  if (toSign === 'FINAL' && Object.keys(proposed).length > 0) return null;
  return toSign ?? (changed && !waiting ? 'FILLED' : null);
}

async function formNow(tx: Transaction, services: Needs, family: FamilyCaller) {
  const proposed = family.registered ? {} : await proposedItems(tx, services, family);
  const child = await readChild(tx, services, family.studentId, proposed);
  const school = await schoolOf(tx, child);
  const groups = formLines(family, child);
  const steps = stepsByLaw(services, { school, stage: child.stage as Stage, day: dayOf(tx.now) });
  const signing = signingOf(steps, await listSignatures(tx, [family.studentId]));
  const { last } = signing;
  const signed = last && (services.cipher.open('family_signatures', last.id, last.sealed) as FormGroup[]);
  return {
    ...{ child, school, groups, signing, proposed },
    digest: formDigest(services.index, groups),
    changed: signed !== undefined && !stillHolds(signed, child),
  };
}

export interface Signing {
  digest: string;
  step: SigningStep;
  upload: Readable;
}

/**
 * Keeps the signature with the lines it stands under. Refuses STALE where the form is not what was shown any more, CONFLICT
 * where it is not the guardian's turn, UNSUITABLE_FILE for an empty field.
 */
export async function signForm(
  services: Needs & Pick<Services, 'db' | 'files' | 'newId'>,
  family: FamilyCaller,
  { digest, step, upload }: Signing,
): Promise<void> {
  const picture = await readDrawing(await collect(upload, DRAWING_BYTES, '签字图像'));
  const stored = await services.files.keep(picture);
  try {
    await services.db.write(family.scope, async (tx) => {
      const now = await formNow(tx, services, family);
      if (now.digest.toString('hex') !== digest) throw refuse('STALE', { what: '孩子的信息' });
      if (toSignNow(now.signing, now) !== step) {
        throw refuse('CONFLICT', { what: '现在不用签字，信息表正由学校审核或已签完' });
      }
      const id = services.newId();
      const { linkId, studentId, path, guardianName } = family;
      await insertFiles(tx, [{ ...stored, path, kind: 'EVIDENCE', mediaType: 'image/png', madeBy: linkId }]);
      await insertSignature(tx, {
        ...{ id, linkId, studentId, path, guardianName, step, digest: now.digest },
        fileId: stored.id,
        sealed: services.cipher.seal('family_signatures', id, now.groups),
      });
      await record(tx, familyAsAuditActor(family), {
        action: 'FAMILY_SIGN',
        ...familySubject(family),
        path,
        detail: { step, digest, image: stored.digest.toString('hex'), link: linkId },
      });
    });
  } catch (error) {
    await services.files.remove(stored.id);
    throw error;
  }
}

/** 归集档案: everything that a student's file holds, as entries of a package: data, papers, pictures. */
import type { Services } from '../../../access/index.ts';
import { institutionsById } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type HeldRecord, readRecord } from '../../../students/index.ts';
import { fileOf } from '../../heads/file/file-of.ts';
import { HEADS_OF_FILE, REGISTRATIONS, STUDENT } from '../format/manifest.ts';
import type { PackageEntry } from '../format/write-package.ts';
import { type KeptBytes, listFiledBytes, listProofBytes } from './contents.store.ts';

type Needs = Pick<Services, 'cipher' | 'files' | 'law'>;

export interface Collected {
  held: HeldRecord;
  entries: PackageEntry[];
}

const ENDINGS: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };

/** Read in the caller's scope; refuses NOT_FOUND outside it. Further papers are those that were printed for the package. */
export async function collectEntries(
  tx: Transaction,
  services: Needs,
  studentId: string,
  printed: readonly PackageEntry[],
): Promise<Collected> {
  const held = await readRecord(tx, services, studentId);
  return tx.beyondScope(async () => {
    const kept = [...(await listFiledBytes(tx, studentId)), ...(await listProofBytes(tx, studentId))];
    const named = kept.flatMap((one) => {
      const name = nameOf(one);
      return name ? [{ ...one, name }] : [];
    });
    const heads = await fileOf(tx, services, studentId, undefined, true);
    const photo = held.row.photo_id;
    const entries: PackageEntry[] = [
      { name: STUDENT, bytes: json(studentOf(held)) },
      { name: REGISTRATIONS, bytes: json(await registrationsOf(tx, held)) },
      { name: HEADS_OF_FILE, bytes: json(headsOf(heads, named)) },
      ...(photo ? [{ name: 'images/photo.jpg', bytes: await services.files.fetch(photo) }] : []),
      ...printed,
    ];
    for (const { name, fileId } of named) entries.push({ name, bytes: await services.files.fetch(fileId) });
    return { held, entries };
  });
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value, null, 1));

function nameOf({ id, mediaType }: KeptBytes): string | undefined {
  const ending = ENDINGS[mediaType];
  return ending && `${ending === 'pdf' ? 'papers' : 'images'}/${id}.${ending}`;
}

/** The record as it is, with the versions of the key data and every number it ever had. */
const studentOf = ({ record, keyData, numbers }: HeldRecord) => ({
  record,
  keyData: keyData.map((one) => ({
    ...{ name: one.name, gender: one.gender, bornOn: one.bornOn, from: one.validFrom, to: one.valid_to },
  })),
  numbers,
});

async function registrationsOf(tx: Transaction, { registrations }: HeldRecord) {
  const schools = await institutionsById(tx, [...new Set(registrations.map(({ school_id }) => school_id))]);
  return registrations.map((one) => {
    const school = schools.get(one.school_id);
    return {
      ...{ school: school?.name ?? '', schoolCode: school?.code ?? '', placeCode: school?.placeCode ?? '' },
      ...{ stage: one.stage, grade: one.grade, intakeYear: one.intake_year, state: one.state },
      ...{ endReason: one.end_reason, from: one.valid_from, to: one.valid_to },
    };
  });
}

const headsOf = (
  heads: Awaited<ReturnType<typeof fileOf>>,
  named: readonly { id: string; name: string; what: string }[],
) => ({
  heads: heads.map(({ code, title, items }) => ({
    code,
    title,
    items: items.map(({ key, what, on, schoolName, source, paperId, values = [] }) => ({
      ...{ what, on, schoolName, source },
      // A proof of a case is known by its own key.
      entry: named.find(({ id }) => id === (paperId ?? key))?.name ?? null,
      values,
    })),
  })),
  papers: named.map(({ name, what }) => ({ name, what })),
});

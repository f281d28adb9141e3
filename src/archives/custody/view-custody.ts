/** 看档案保管: the files of an institution's own former students, and of ended schools that came to it. */
import type { Actor, Services } from '../../access/index.ts';
import { getInstitution, gradeName, institutionsById } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { holds } from '../../kernel/place-codes.ts';
import { countFormer, listKeptSchools } from '../../restructuring/index.ts';
import {
  endReasonWords,
  findByNumber,
  genders,
  isRegistrationNumber,
  type LeftRow,
  labelOf,
  listLeft,
  normaliseName,
  normaliseRegistrationNumber,
  numberHashOf,
} from '../../students/index.ts';
import type { Custody } from './custody.api.ts';

/** So many are shown, latest first; the others are found by name or number. */
const SHOWN = 100;

interface Wish {
  q: string;
  /** One of the schools whose files are kept; all of them without. */
  schoolId?: string | undefined;
}

/**
 * What lies at the reader's institution (MOE-9.3, MOE-9.5). The students of a school that was taken over are beyond its
 * place: of them the keeper learns what is on the folder, and the record stays with whoever is over that school.
 */
export async function viewCustody(
  tx: Transaction,
  services: Pick<Services, 'index' | 'law'>,
  actor: Actor,
  { q, schoolId }: Wish,
): Promise<Custody> {
  const here = await getInstitution(tx, { id: actor.institution.id });
  const taken = await listKeptSchools(tx, here.id);
  const own =
    here.kind === 'SCHOOL'
      ? [{ schoolId: here.id, name: here.name, endedOn: null, since: null, archiveName: null, before: [] }]
      : [];
  const schools = [...own, ...taken];
  const all = schools.map((one) => one.schoolId);
  const asked = schoolId ? all.filter((id) => id === schoolId) : all;
  const { counted, rows } = await tx.beyondScope(async () => ({
    counted: await countFormer(tx, all),
    rows: await search(tx, services, asked, q),
  }));
  const places = await institutionsById(tx, all);
  const { placeCode, code } = here;
  const where = { placeCode, day: dayOf(tx.now), ...(code ? { schoolCode: code } : {}) };
  const { findings } = services.law.ask('student-file', where, { parts: [], removed: 0 });
  return {
    schools: schools.map((one) => ({ ...one, files: counted.get(one.schoolId) ?? 0 })),
    items: rows.slice(0, SHOWN).map(({ gender, grade, reason, schoolId: at, ...row }) => ({
      ...row,
      genderWords: labelOf(genders, gender) ?? '',
      gradeWords: gradeName(grade),
      reasonWords: endReasonWords(reason),
      opens: holds(actor.institution.path, places.get(at)!.path),
    })),
    more: rows.length > SHOWN,
    law: findings.filter(({ ruleId }) => ruleId === 'file-for-good').map(({ sentence, chip }) => ({ sentence, chip })),
  };
}

/** By the beginning of the name, or by the whole registration number. */
async function search(
  tx: Transaction,
  { index }: Pick<Services, 'index'>,
  schoolIds: readonly string[],
  q: string,
): Promise<LeftRow[]> {
  const limit = SHOWN + 1;
  const number = normaliseRegistrationNumber(q);
  if (!isRegistrationNumber(number)) return listLeft(tx, { at: { schoolIds }, name: normaliseName(q), limit });
  const studentId = await findByNumber(tx, numberHashOf(index, number));
  return studentId ? listLeft(tx, { at: { schoolIds }, studentId, name: '', limit }) : [];
}

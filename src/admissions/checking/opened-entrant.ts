/** 打开登记: a draft with its seal opened and its record read, as the families' side shows it and has it signed. */
import type { Services } from '../../access/index.ts';
import { getInstitution, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import {
  checkRecord,
  GUARDIAN_ROWS,
  type RawRecord,
  type RecordFinding,
  type StudentRecord,
} from '../../students/index.ts';
import { listEntrants } from '../entrants/entrant.store.ts';
import type { Entrant, EntrantState } from '../entrants/entrant.ts';
import { mendedRecord } from '../entrants/mend-entrant.ts';

/** Neither registered nor refused: the school may still have something to do with it. */
export const STANDING = ['DRAFT', 'SKIPPED', 'SUBMITTED'] as const satisfies readonly EntrantState[];

export interface OpenedEntrant {
  entrant: Entrant;
  school: Institution;
  raw: RawRecord;
  record: StudentRecord;
  findings: readonly RecordFinding[];
  /** Row on the form of each guardian of the record, in its order. */
  guardianRows: readonly number[];
}

export interface Opening {
  /** Stands in place of what is filled in, as if the school had taken it over already. */
  proposed?: RawRecord;
  /** The entrant's school, where it was read before: for many at a time. */
  school?: Institution;
}

/** Opens an entrant. */
export async function openEntrant(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  entrant: Entrant,
  { proposed = {}, school: known }: Opening = {},
): Promise<OpenedEntrant> {
  const school = known ?? (await getInstitution(tx, { id: entrant.schoolId }));
  const raw = mendedRecord(cipher.open('entrants', entrant.id, entrant.sealed) as RawRecord, proposed);
  const { record, findings } = checkRecord(raw, { today: dayOf(tx.now), placeCode: school.placeCode });
  const guardianRows = Array.from({ length: GUARDIAN_ROWS }, (_, row) => row).filter((row) =>
    Object.keys(raw).some((path) => path.startsWith(`guardians.${row}.`)),
  );
  return { entrant, school, raw, record, findings, guardianRows };
}

/** The entrant of an id while it stands; undefined for one that was taken away, registered or refused. */
export async function findStanding(tx: Transaction, id: string): Promise<Entrant | undefined> {
  const [one] = await listEntrants(tx, { ids: [id], states: STANDING });
  return one;
}

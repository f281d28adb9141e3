/** 升学接续: who comes from the stage before goes on at this school in the same record, under the same number. */
import type { Services } from '../../../access/index.ts';
import { getInstitution, type Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { LawFinding, Stage } from '../../../policy/index.ts';
import { whereOf } from '../../registering/law-of-registration.ts';
import { askSeniorEntry } from '../check-in/ask-check-in.ts';
import type { RollRow } from '../roll/admitted.ts';
import { askRecord, isThrough } from '../roll/entering/ask-admission.ts';
import { type RecordBehind, recordsBehind } from '../roll/entering/records-behind.store.ts';

export const STAGE_ENTRY = 'STAGE_ENTRY';

/** What the case holds; who is in it stands on the roll under the case. */
export interface StageEntryData {
  stage: Stage;
  intakeYear: number;
  schoolName: string;
  size: number;
}

/** One child of a case, or one that is to be put into one. */
export interface Continuing {
  row: RollRow;
  record: RecordBehind;
  /** Everything the law says of it. */
  findings: LawFinding[];
  /** What is no law but stands in the way. */
  unready: string | undefined;
}

/** Each entry with its record and what the law says of going on. Entries without a record are left out. */
export async function assessContinuing(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  { school, day }: { school: Institution; day: CivilDate },
  rows: readonly RollRow[],
): Promise<Continuing[]> {
  const records = await recordsBehind(
    tx,
    rows.flatMap(({ studentId }) => studentId ?? []),
  );
  return rows.flatMap((row) => {
    const record = row.studentId ? records.get(row.studentId) : undefined;
    return record ? [assess(services, { school, day }, row, record)] : [];
  });
}

function assess(
  services: Pick<Services, 'law'>,
  { school, day }: { school: Institution; day: CivilDate },
  row: RollRow,
  record: RecordBehind,
): Continuing {
  const { law } = services;
  const where = whereOf(school, day);
  const against = askRecord(law, { school, stage: row.stage, day }, record);
  const going = law.ask('promotion', where, {
    stage: record.last.stage,
    move: 'NEXT_STAGE',
    newFile: false,
    photoRetaken: row.photoId !== null,
  });
  const senior = row.stage === 'SENIOR' ? askSeniorEntry(services, { row, school, day }, shownOf(row)).findings : [];
  const refused = against.find(({ verdict }) => verdict === 'REFUSE');
  const waits = record.open && !refused;
  return {
    row,
    record,
    findings: [...going.findings, ...senior],
    unready: refused
      ? `${refused.sentence}${refused.chip ? `（${refused.chip}）` : ''}`
      : waits || !isThrough(record.last.endReason)
        ? '原学籍尚未毕业或结业，由原学校先办毕业'
        : undefined,
  };
}

const shownOf = ({ papers, feesPaidOn }: RollRow) => ({
  notice: papers.includes('NOTICE'),
  feesPaid: feesPaidOn !== null,
});

/** The schools from which these records come, by id. */
export async function formerSchools(tx: Transaction, all: readonly Continuing[]): Promise<Map<string, Institution>> {
  const ids = [...new Set(all.map(({ record }) => record.last.schoolId))];
  const found = new Map<string, Institution>();
  for (const id of ids) found.set(id, await getInstitution(tx, { id }));
  return found;
}

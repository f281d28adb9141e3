/** 重建花名册: makes the roster anew from the facts and mends what differs, while work goes on. */
import { type Services, SYSTEM_ACTOR } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import { maskIdentityNumber, maskRegistrationNumber } from '../identity/masking.ts';
import { pinyinOf } from '../identity/pinyin.ts';
import { TAIL_DIGITS, tailIndexOf } from '../numbers/number-index.ts';
import * as store from './rebuild-roster.store.ts';

/** What a rebuild found; all zeros but `right` where the roster was as it should be. */
export interface RosterRebuild {
  /** Rows that were as the facts say. */
  right: number;
  /** Rows that differed from the facts and were written anew. */
  mended: number;
  /** Students with an open registration who stood in no row, and rows that stood for nobody. */
  added: number;
  removed: number;
}

type Needs = Pick<Services, 'db' | 'cipher' | 'index'>;

const PORTION = 5_000;

/** Rebuilds the whole roster in portions; nobody waits for longer than one of them takes. */
export async function rebuildRoster(needs: Needs): Promise<RosterRebuild> {
  const sum: RosterRebuild = { right: 0, mended: 0, added: 0, removed: 0 };
  const add = (part: RosterRebuild) => {
    for (const key of Object.keys(sum) as (keyof RosterRebuild)[]) sum[key] += part[key];
  };
  for (let last: string | undefined; ; ) {
    const done = await inPortion(needs, (tx) => rebuildPortion(needs, tx, last));
    add(done);
    last = done.last;
    if (last === undefined) break;
  }
  add(await inPortion(needs, removeStray));
  return sum;
}

function inPortion<R extends RosterRebuild>({ db }: Needs, work: (tx: Transaction) => Promise<R>): Promise<R> {
  return db.write(NODE_SCOPE, async (tx) => {
    await store.holdRoster(tx);
    const done = await work(tx);
    const { mended, added, removed } = done;
    if (mended + added + removed > 0) {
      const detail = { mended, added, removed };
      await record(tx, SYSTEM_ACTOR, { action: 'REBUILD_ROSTER', subjectKind: 'NODE', path: '', detail });
    } else tx.markAudited(); // nothing was to be mended
    return done;
  });
}

async function rebuildPortion(needs: Needs, tx: Transaction, after: string | undefined) {
  const facts = await store.listFacts(tx, after, PORTION);
  const wanted = facts.map((one) => rowOf(needs, one));
  const kept = await store.listKept(tx, wanted);
  const differing = wanted.filter((row) => !isSame(row, kept.get(row.student_id)));
  const wrong = differing.flatMap(({ student_id }) => kept.get(student_id) ?? []);
  await store.deleteRows(tx, wrong);
  await store.insertRows(tx, differing);
  const last = facts.length < PORTION ? undefined : facts.at(-1)?.student_id;
  const mended = wrong.length;
  return { right: wanted.length - differing.length, mended, added: differing.length - mended, removed: 0, last };
}

async function removeStray(tx: Transaction): Promise<RosterRebuild> {
  const stray = await store.listStray(tx);
  await store.deleteRows(tx, stray);
  return { right: 0, mended: 0, added: 0, removed: stray.length };
}

/** 重新列入花名册: writes the row of a student whose registration has begun again. */
export async function enterInRoster(
  tx: Transaction,
  needs: Pick<Services, 'cipher' | 'index'>,
  studentId: string,
): Promise<void> {
  await store.insertRows(tx, [rowOf(needs, await store.getFacts(tx, studentId))]);
}

/** The row that the facts make. What search needs of the sealed numbers is masked or digested here as at registration. */
function rowOf({ cipher, index }: Pick<Services, 'cipher' | 'index'>, facts: store.Facts): store.NewRow {
  const { student_id: id } = facts;
  const keyData = cipher.open('key_data', id, facts.key_data_sealed) as { number: string | null; plainPinyin: string };
  const number = cipher.open('numbers', id, facts.number_sealed) as string;
  return {
    county: facts.county,
    student_id: id,
    path: facts.path,
    school_id: facts.school_id,
    class_group_id: facts.class_group_id,
    stage: facts.stage,
    grade: facts.grade,
    intake_year: facts.intake_year,
    state: facts.state,
    study_mode: facts.study_mode,
    name: facts.name,
    plain_pinyin: keyData.plainPinyin,
    initials: pinyinOf(facts.name).initials,
    gender: facts.gender,
    born_on: facts.born_on,
    ethnic_group: facts.ethnic_group ?? '',
    number_masked: maskRegistrationNumber(number),
    identity_masked: keyData.number ? maskIdentityNumber(keyData.number) : '',
    identity_tail: keyData.number ? tailIndexOf(index, keyData.number.slice(-TAIL_DIGITS)) : null,
    seat_no: facts.seat_no,
    photo_id: facts.photo_id,
    registered_on: facts.registered_on,
  };
}

const isSame = (wanted: store.NewRow, kept: store.KeptRow | undefined): boolean =>
  kept !== undefined &&
  (Object.keys(wanted) as (keyof store.NewRow)[]).every((column) => wanted[column] === kept[column]);

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AdmittingCounty, admittingCounty } from '../../../tests/admitting-county.ts';
import { childRow, childRows, type Row, uploadOf, workbookOf } from '../../../tests/entrant-rows.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { giveUpImport } from './give-up-import.ts';
import { makeHandedOver } from './handed-over.ts';
import { makeProgressBell, watchImport } from './progress.ts';
import { readImport } from './read-import.ts';
import { resumeImports } from './resume-imports.ts';
import { uploadWorkbook } from './upload-workbook.ts';

let county: AdmittingCounty;
let sent: { name: string; key: string; data: Record<string, unknown> }[] = [];
const bell = makeProgressBell();

before(async () => {
  county = await admittingCounty();
});
after(() => county.close());

const send = async (name: string, key: string, data: Record<string, unknown>) => {
  sent.push({ name, key, data });
};

const handedOver = makeHandedOver();
const uploadBytes = async (bytes: Uint8Array, school = county.schools[0]) =>
  (await uploadWorkbook(county.services, school.actor('SCHOOL_REGISTRAR'), uploadOf(bytes), { send, handedOver })).id;
const upload = async (rows: readonly Row[], school = county.schools[0]) => uploadBytes(await workbookOf(rows), school);

/** Reads in portions of a hundred rows. */
const read = (id: string, beforeKeeping: () => void = () => {}) =>
  readImport(county.services, bell, id, new AbortController().signal, { beforeKeeping, portion: 100 });

interface Figures {
  state: string;
  rows_done: number;
  rows_total: number;
  rows_red: number;
  rows_amber: number;
  failure: string | null;
}
const figuresOf = async (id: string): Promise<Figures> =>
  (
    await county.run('select state, rows_done, rows_total, rows_red, rows_amber, failure from imports where id = $1', [
      id,
    ])
  ).rows[0];

/** Everything that is kept of the rows but what is made anew each time: ids, seals, instants. */
const rowsOf = async (id: string) =>
  (
    await county.run(
      `select row_no, state, stage, grade, intake_year, class_group_id, name, pinyin, gender, born_on::text,
         encode(identity_hash, 'hex') as number, details, findings, red, amber, mended
       from entrants where import_id = $1 order by row_no, id`,
      [id],
    )
  ).rows as { row_no: number; findings: { code: string }[]; red: number }[];

const discard = async (id: string) => {
  const registrar = county.schools[0].actor('SCHOOL_REGISTRAR');
  const { path } = county.schools[0];
  await county.services.db.write({ lo: path, hi: `${path}~` }, (tx) => giveUpImport(tx, registrar, id));
};

test('a workbook becomes entrants of the school that sent it, and of no other', async () => {
  sent = [];
  const bystander = await upload(childRows(3, 90_000), county.schools[1]);
  await read(bystander);
  const before = await rowsOf(bystander);
  sent = [];
  const id = await upload(childRows(234));
  assert.deepEqual(
    sent.map(({ name, data }) => ({ name, data })),
    [{ name: 'read-import', data: { importId: id } }],
  );
  await read(id);
  assert.deepEqual(await figuresOf(id), {
    state: 'CHECKED',
    rows_done: 234,
    rows_total: 234,
    rows_red: 0,
    rows_amber: 0,
    failure: null,
  });
  const { rows } = await county.run('select distinct school_id, path, state from entrants where import_id = $1', [id]);
  assert.deepEqual(rows, [{ school_id: county.schools[0].id, path: county.schools[0].path, state: 'DRAFT' }]);
  assert.deepEqual(await rowsOf(bystander), before);
  await discard(id);
});

test('what is classified lies in the open neither in the rows nor in the log', async () => {
  const [row] = childRows(1, 500) as [Row];
  const id = await upload([row]);
  await read(id);
  const { rows } = await county.run(
    `select e::text || (select string_agg(a::text, ' ') from audit_events a) as text
    from entrants e where import_id = $1`,
    [id],
  );
  for (const path of ['identityNumber', 'phone', 'homeAddress', 'guardians.0.identityNumber', 'guardians.0.phone']) {
    assert.ok(!rows[0].text.includes(row[path]!), path);
  }
  await discard(id);
});

test('columns in another order, titles above and columns of the school’s own do no harm', async () => {
  const rows = childRows(2, 600).map((row, place) => ({ ...row, 序号: String(place + 1), 备注: '走读' }));
  const blank = { 序号: '3' } as unknown as Row;
  const id = await uploadBytes(await workbookOf([...rows, blank], { extra: ['序号', '备注'], titles: ['一年级新生'] }));
  await read(id);
  const { rows: kept } = await county.run('select rows_done, columns from imports where id = $1', [id]);
  assert.equal(kept[0].rows_done, 2, 'a row that holds nothing but its number is no child');
  assert.deepEqual(kept[0].columns.ignored, ['序号', '备注']);
  await discard(id);
});

test('every fault of a row is found, in its item, and no row stops the next', async () => {
  const sound = childRow(700);
  const id = await upload([
    childRow(701, { identityNumber: sound['identityNumber']!.replace(/.$/, (last) => (last === '1' ? '2' : '1')) }),
    childRow(702, { classGroup: '一(9)班' }),
    childRow(703, { bornOn: '2020-02-30', name: '王 浩' }),
    childRow(704, { 'guardians.0.phone': '138' }),
    sound,
  ]);
  await read(id);
  const found = (await rowsOf(id)).map(({ findings }) => findings.map(({ code }) => code));
  assert.ok(found[0]!.includes('ID_CHECK_DIGIT'));
  assert.deepEqual(found[1], ['CLASS_NOT_HERE']);
  assert.ok(found[2]!.includes('NOT_A_DATE') && found[2]!.includes('NAME_SPACES'));
  assert.deepEqual(found[3], ['PHONE']);
  assert.deepEqual(found[4], []);
  assert.deepEqual(
    { ...(await figuresOf(id)), failure: 0 },
    {
      state: 'CHECKED',
      rows_done: 5,
      rows_total: 5,
      rows_red: 4,
      rows_amber: 0,
      failure: 0,
    },
  );
  await discard(id);
});

test('the same number is found on rows that were kept in different transactions', async () => {
  const rows = childRows(250, 2_000);
  rows[240] = { ...rows[3]!, name: '王小满' };
  rows[245] = { ...childRow(4_000), name: rows[7]!['name']!, gender: rows[7]!['gender']!, bornOn: rows[7]!['bornOn']! };
  const id = await upload(rows);
  await read(id);
  const marked = (await rowsOf(id)).filter(({ findings }) => findings.length > 0);
  const codesAt = (row: number) => marked.find(({ row_no }) => row_no === row + 2)?.findings.map(({ code }) => code);
  assert.deepEqual(codesAt(3), ['IDENTITY_REPEATED']);
  assert.deepEqual(codesAt(240), ['IDENTITY_REPEATED']);
  assert.deepEqual(codesAt(7), ['PERSON_REPEATED']);
  assert.ok(codesAt(245)?.includes('PERSON_REPEATED'));
  assert.equal(marked.length, 4);
  await discard(id);
});

test('a reader that dies anywhere leaves whole portions, and the next one ends with the rows of an undisturbed reading', async () => {
  const rows = childRows(630, 10_000);
  rows[500] = { ...rows[12]! };
  rows[600] = childRow(40_000, { classGroup: '二班' });
  const bytes = await workbookOf(rows);
  const undisturbed = await uploadBytes(bytes);
  await read(undisturbed);
  const expected = await rowsOf(undisturbed);
  await discard(undisturbed);
  const id = await uploadBytes(bytes);
  // The reader is killed twenty times, before one of the next keepings: of a portion, or of the end.
  const dice = [0, 1, 0, 0, 2, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
  let kept = 0;
  for (const [death, after] of dice.entries()) {
    let left = after;
    const dies = read(id, () => {
      if (left-- === 0) throw new Error('killed');
    });
    if ((await figuresOf(id)).state !== 'CHECKED') {
      await dies.catch((error: Error) => assert.equal(error.message, 'killed', `death ${death}`));
    }
    const { rows_done } = await figuresOf(id);
    const { rows: counted } = await county.run('select count(*)::int as size from entrants where import_id = $1', [id]);
    assert.equal(counted[0].size, rows_done, 'the checkpoint tells exactly what is kept');
    assert.ok(rows_done >= kept);
    kept = rows_done;
  }
  await read(id);
  assert.deepEqual(await rowsOf(id), expected);
  assert.equal((await figuresOf(id)).state, 'CHECKED');
  await discard(id);
});

test('a reader that finds the workbook still open reads the same rows as one that opens the stored file', async () => {
  const bytes = await workbookOf(childRows(250, 15_000));
  const [one, other] = [await uploadBytes(bytes), await uploadBytes(bytes)];
  const take = (id: string) => {
    const reading = handedOver.take(id);
    if (reading) taken.push(id);
    return reading;
  };
  const taken: string[] = [];
  for (const id of [one, other]) {
    await readImport(county.services, bell, id, new AbortController().signal, {
      handedOver: { ...handedOver, take },
      portion: 100,
    });
  }
  assert.deepEqual(taken, [other], 'one workbook at most is kept open');
  assert.deepEqual(await rowsOf(one), await rowsOf(other));
  await discard(one);
  await discard(other);
});

test('two readers never read one import at once; the second leaves it to the first', async () => {
  const id = await upload(childRows(250, 20_000));
  await Promise.all([read(id), read(id), read(id)]);
  const rows = await rowsOf(id);
  assert.equal(new Set(rows.map(({ row_no }) => row_no)).size, 250);
  assert.equal(rows.length, 250);
  await discard(id);
});

test('an import that nobody reads any more is sent on; one that somebody reads is not', async () => {
  const lost = await upload(childRows(5, 25_000));
  await read(lost, () => {
    throw new Error('killed');
  }).catch(() => {});
  const busy = await upload(childRows(150, 26_000));
  sent = [];
  let resumed: Promise<void> | undefined;
  await read(busy, () => {
    resumed ??= resumeImports(county.services, send);
  });
  await resumed;
  assert.deepEqual(
    sent.map(({ data }) => data['importId']),
    [lost],
  );
  await read(lost);
  assert.equal((await figuresOf(lost)).state, 'CHECKED');
  await discard(lost);
  await discard(busy);
});

test('cancelling stops the reader within a portion, and nothing of the workbook stays', async () => {
  const id = await upload(childRows(350, 30_000));
  let portions = 0;
  let cancelled: Promise<void> | undefined;
  await read(id, () => {
    portions++;
    if (portions === 2) cancelled = discard(id);
  });
  await cancelled;
  assert.equal((await figuresOf(id)).state, 'CANCELLED');
  assert.deepEqual(await rowsOf(id), []);
  await read(id);
  assert.deepEqual(await rowsOf(id), [], 'a job that comes late does nothing');
});

test('a reading that never gets anywhere is given up with a sentence', async () => {
  const id = await upload(childRows(3, 35_000));
  const dies = () => read(id, () => assert.fail('killed')).catch(() => {});
  await dies();
  await county.run('update imports set starts = 29 where id = $1', [id]);
  await dies();
  assert.equal((await figuresOf(id)).state, 'READING');
  await dies();
  const { state, failure } = await figuresOf(id);
  assert.equal(state, 'FAILED');
  assert.match(failure!, /多次中断/);
});

test('a file that is gone fails the import and leaves nothing', async () => {
  const id = await upload(childRows(3, 36_000));
  const { rows } = await county.run('select file_id from imports where id = $1', [id]);
  await county.services.files.remove(rows[0].file_id);
  await read(id);
  assert.equal((await figuresOf(id)).state, 'FAILED');
});

test('a workbook that cannot be read is refused at the counter, with what to do', async (t) => {
  const refusedWith = (pattern: RegExp) => (error: unknown) => error instanceof Refusal && pattern.test(error.message);
  const { rows: before } = await county.run('select count(*) from imports');
  const { files } = county.services;
  const kept: string[] = [];
  county.services.files = {
    ...files,
    keep: async (...given) => {
      const stored = await files.keep(...given);
      kept.push(stored.id);
      return stored;
    },
  };
  t.after(() => {
    county.services.files = files;
  });
  await assert.rejects(uploadBytes(Buffer.from('姓名,性别')), refusedWith(/xlsx/));
  await assert.rejects(uploadBytes(await workbookOf([])), refusedWith(/没有内容/));
  const narrow = await workbookOf([childRow(1)]);
  const other = Buffer.from(narrow);
  await assert.rejects(uploadBytes(other.subarray(0, 4_000)), refusedWith(/损坏|完整/));
  assert.deepEqual((await county.run('select count(*) from imports')).rows, before);
  assert.equal(kept.length, 3);
  for (const id of kept) await assert.rejects(files.fetch(id), { code: 'NOT_FOUND' });
});

test('whoever watches hears how far it is, until it is checked', async () => {
  const id = await upload(childRows(420, 50_000));
  const { path } = county.schools[0];
  const heard: { state: string; done: number; total: number }[] = [];
  const scope = { lo: path, hi: `${path}~` };
  const watching = (async () => {
    const signal = new AbortController().signal;
    for await (const { state, done, total } of watchImport(county.services, bell, { scope, importId: id, signal })) {
      heard.push({ state, done, total });
    }
  })();
  await read(id);
  await watching;
  assert.deepEqual(heard.at(-1), { state: 'CHECKED', done: 420, total: 420 });
  assert.ok(heard.some(({ state, done }) => state === 'READING' && done > 0 && done < 420));
  assert.ok(heard.every(({ done }, place) => done >= (heard[place - 1]?.done ?? 0)));
  const foreign = county.schools[1].path;
  const stranger = watchImport(county.services, bell, {
    scope: { lo: foreign, hi: `${foreign}~` },
    importId: id,
    signal: new AbortController().signal,
  });
  await assert.rejects(stranger.next(), /没有找到/);
});

/** 转学: complete transfers of four parties through HTTP with everything on, against bare transactions that write the same rows. */
import pg from 'pg';
import { aTransferYard, type Mover, type Yard } from '../tests/proof/transfer-yard.ts';
import { type Line, timed } from './measure.ts';

const TRANSFERS = 200;
const WARM_UP = 20;
const AT_ONCE = 8;
/** Looked for, opened, and signed by seven more people. */
const TRANSACTIONS = 9;
/** What is written of a transfer and written again before its end: its row of the worklist, and who has the child. */
const REWRITTEN = 8;

/** Transfers of so many children, eight at a time, each through all acts of eight people of four places. */
export async function measureTransfers(transfers = TRANSFERS): Promise<Line[]> {
  const yard = await aTransferYard(transfers + WARM_UP);
  const pool = new pg.Pool({ connectionString: yard.databaseUrl, max: AT_ONCE });
  try {
    const { movers } = yard;
    await inParallel(WARM_UP, (turn) => transfer(yard, movers[turn]!));
    await pool.query('analyze');
    const { rows } = await pool.query<{ mark: string }>('select pg_current_xact_id()::text as mark');
    const done = await timed(() => inParallel(transfers, (turn) => transfer(yard, movers[WARM_UP + turn]!)));
    const written = await rowsSince(pool, rows[0]!.mark);
    const each = Math.round(written.length / transfers);
    const bare = await timed(() => bareTransactions(pool, written, transfers));
    const [rate, bareRate] = [transfers / done.seconds, transfers / bare.seconds];
    return [
      {
        what: `complete four-party transfers, ${TRANSACTIONS} calls of eight people, ${each} rows written of each with the law's findings`,
        measured: `${rate.toFixed(1)} a second`,
        ceiling: `${bareRate.toFixed(1)} a second: ${TRANSACTIONS} bare transactions that write the same rows`,
        ratio: `${((rate / bareRate) * 100).toFixed(0)} %`,
        aim: 'told only',
      },
    ];
  } finally {
    await pool.end();
    await yard.close();
  }
}

async function transfer(yard: Yard, mover: Mover): Promise<void> {
  const opened = await yard.open(mover);
  if (opened.status !== 200) throw new Error(`opened: ${opened.status} ${JSON.stringify(opened.body)}`);
  for (const [by, action] of yard.chainOf(mover).slice(1)) {
    const { status, body } = await yard.act(by, String(opened.body['caseId']), action);
    if (status !== 200) throw new Error(`${action}: ${status} ${JSON.stringify(body)}`);
  }
}

/** Runs `times` turns, so many at once. */
async function inParallel(times: number, work: (turn: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < times) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

interface Written {
  table: string;
  row: string;
}

/** Every row that was inserted or changed since a transaction, as it stands now. */
async function rowsSince(pool: pg.Pool, mark: string): Promise<Written[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename not like 'audit\\_leaves'
     and tablename <> 'login_sessions'`,
  );
  const written: Written[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(
      `select row_to_json(t)::text as row from ${name} t where t.xmin::text::bigint >= $1`,
      [mark],
    );
    written.push(...rows.map(({ row }) => ({ table: name, row })));
  }
  return written;
}

/** The same rows in as many transactions, each by an INSERT of its own, into tables with the same keys and indexes. */
async function bareTransactions(pool: pg.Pool, written: readonly Written[], transfers: number): Promise<void> {
  await pool.query('create schema bare');
  for (const table of new Set(written.map((one) => one.table))) {
    await pool.query(`create table bare.${table} (like public.${table} including all)`);
  }
  await pool.query('create table bare.rewritten (id integer primary key, data jsonb not null)');
  const data = JSON.stringify({ text: 'x'.repeat(600) });
  await pool.query('insert into bare.rewritten select nth, $1 from generate_series(0, $2::int - 1) as nth', [
    data,
    transfers,
  ]);
  // Rows of one table lie together: every transfer gets its share of each.
  const shares = Array.from({ length: transfers }, (_, turn) =>
    written.filter((_, place) => place % transfers === turn),
  );
  await inParallel(transfers, async (turn) => {
    const share = shares[turn]!;
    for (let transaction = 0; transaction < TRANSACTIONS; transaction++) {
      const client = await pool.connect();
      await client.query('begin');
      for (let place = transaction; place < share.length; place += TRANSACTIONS) {
        const { table, row } = share[place]!;
        const text = `insert into bare.${table} select * from json_populate_record(null::bare.${table}, $1)`;
        await client.query({ name: `bare_${table}`, text, values: [row] });
      }
      if (transaction < REWRITTEN) {
        const text = 'update bare.rewritten set data = $2 where id = $1';
        await client.query({ name: 'bare_rewritten', text, values: [turn, data] });
      }
      await client.query('commit');
      client.release();
    }
  });
  await pool.query('drop schema bare cascade');
}

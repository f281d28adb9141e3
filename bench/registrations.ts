/** 逐个注册: single registrations through HTTP with everything on, against bare transactions that insert as many rows. */
import pg from 'pg';
import { newId } from '../src/kernel/ids.ts';
import { childRow } from '../tests/entrant-rows.ts';
import { type Caller, runProduct } from '../tests/running.ts';
import { type Line, timed } from './measure.ts';

const REGISTRATIONS = 300;
const AT_ONCE = 8;
/** Entered, handed in, signed by the leader, proposed by the authority's registrar, signed by its leader. */
const TRANSACTIONS = 5;

/** Registers one child after the other, eight at a time, each through all five acts of four people. */
export async function measureRegistrations(): Promise<Line[]> {
  const installation = await runProduct({ students: 20_000, port: 18_085 });
  try {
    const pool = new pg.Pool({ connectionString: await installation.databaseUrl(), max: AT_ONCE });
    const people = {
      registrar: await installation.signIn('muzhilu.jingban'),
      leader: await installation.signIn('muzhilu.lingdao'),
      county: await installation.signIn('changge.jingban'),
      countyLeader: await installation.signIn('changge.lingdao'),
    };
    await inParallel(20, (turn) => register(people, turn));
    const before = await countRows(pool);
    const done = await timed(() => inParallel(REGISTRATIONS, (turn) => register(people, 20 + turn)));
    const rows = Math.round(((await countRows(pool)) - before) / REGISTRATIONS);
    const bare = await timed(() => bareTransactions(pool, rows));
    await pool.end();
    const rate = REGISTRATIONS / done.seconds;
    const bareRate = REGISTRATIONS / bare.seconds;
    return [
      {
        what: `single registrations, ${TRANSACTIONS} acts of four people, ${rows} rows kept of each`,
        measured: `${rate.toFixed(0)} a second`,
        ceiling: `${bareRate.toFixed(0)} a second: ${TRANSACTIONS} bare transactions with as many rows`,
        ratio: `${((rate / bareRate) * 100).toFixed(0)} %`,
        aim: '≥ 40 %',
      },
    ];
  } finally {
    await installation.close();
  }
}

interface People {
  registrar: Caller;
  leader: Caller;
  county: Caller;
  countyLeader: Caller;
}

async function register({ registrar, leader, county, countyLeader }: People, turn: number): Promise<void> {
  const values = { ...childRow(turn), classGroup: `一(${(turn % 2) + 1})班`, schoolCode: '' };
  const { id } = await registrar.post<{ id: string }>('/api/admissions/entrants', { values });
  const { caseIds } = await registrar.post<{ caseIds: string[] }>('/api/admissions/submissions', {
    entrantIds: [id],
    signedForms: true,
  });
  const act = (person: Caller, action: string) =>
    person.post(`/api/cases/${caseIds[0]}/acts`, { action, opinion: '开学后补报，材料齐全' });
  await act(leader, 'SUBMIT');
  await act(county, 'APPROVE');
  await act(countyLeader, 'APPROVE');
}

/** Runs `times` turns, so many at once. */
async function inParallel(times: number, work: (turn: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < times) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Rows that live in the product's tables. */
async function countRows(pool: pg.Pool): Promise<number> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename not like 'audit\\_leaves'`,
  );
  const counts = await Promise.all(
    tables.map(({ name }) => pool.query<{ n: string }>(`select count(*) as n from ${name}`)),
  );
  return counts.reduce((sum, { rows }) => sum + Number(rows[0]!.n), 0);
}

/** As many transactions with as many rows of usual size, each row an INSERT of its own, into a table with one key. */
async function bareTransactions(pool: pg.Pool, rows: number): Promise<void> {
  await pool.query('create table bare_rows (id uuid primary key, data jsonb not null, sealed bytea not null)');
  const data = JSON.stringify({ text: 'x'.repeat(300) });
  const sealed = Buffer.alloc(300);
  await inParallel(REGISTRATIONS, async () => {
    for (let transaction = 0; transaction < TRANSACTIONS; transaction++) {
      const client = await pool.connect();
      await client.query('begin');
      for (let row = transaction; row < rows; row += TRANSACTIONS) {
        await client.query('insert into bare_rows values ($1, $2, $3)', [newId(), data, sealed]);
      }
      await client.query('commit');
      client.release();
    }
  });
  await pool.query('drop table bare_rows');
}

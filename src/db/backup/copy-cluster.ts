/**
 * 在线物理备份: copies the files of a running PostgreSQL with its own backup interface.
 *
 * Files change while they are copied; the copy becomes whole when the server replays, at its first start, the log
 * written between the start and the end of the backup. That log is held back by a temporary slot and copied last.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { SetupFault } from '../../kernel/setup-fault.ts';
import { copyFile, writeFileForGood } from './copy-file.ts';
import { type Copied, type CopiedFile, copyFolder } from './copy-folder.ts';

export interface ClusterCopy extends Copied {
  serverVersion: string;
  startLsn: string;
  stopLsn: string;
}

interface ClusterPlace {
  /** Superuser's address of the running server. */
  url: string;
  /** Its data folder. */
  folder: string;
  /** Root of the backup; the copy becomes `postgres` in it. */
  to: string;
}

const AS = 'postgres';
const CONTROL_FILE = 'global/pg_control';
/** Folders whose content belongs to the running server only; they are made empty. */
const EMPTIED =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans|log)\/(?!(archive_status|summaries)$)/;
/** Files of the running server, of temporary tables and of caches that it makes anew. */
const LEFT_OUT =
  /(^|\/)(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|start\.log|current_logfiles(\.tmp)?|postgresql\.auto\.conf\.tmp|pg_internal\.init.*|pgsql_tmp.*|t\d+_\d+.*)$/;

/** Copies the running cluster. All of it hangs on one session: when that breaks the copy is void and this throws. */
export async function copyCluster(place: ClusterPlace): Promise<ClusterCopy> {
  const client = new pg.Client({ connectionString: place.url, application_name: 'xueji backup' });
  let broken: Error | undefined;
  client.on('error', (error) => {
    broken = error;
  });
  await client.connect();
  try {
    const copy = await copyInSession(client, place);
    if (broken) throw broken;
    return copy;
  } finally {
    await client.end();
  }
}

async function copyInSession(client: pg.Client, { url: _, folder, to }: ClusterPlace): Promise<ClusterCopy> {
  await refuseTablespaces(client);
  const { serverVersion, startLsn } = await begin(client);
  const copied = await copyFolder({ from: folder, to, as: AS, keep: isKept });
  copied.files.push(await copyControlFile(folder, to));
  const { stopLsn, label, tablespaces } = await end(client);
  for (const [name, content] of Object.entries({ backup_label: label, tablespace_map: tablespaces })) {
    if (!content) continue;
    const written = await writeFileForGood(path.join(to, AS, name), content);
    copied.files.push({ path: path.posix.join(AS, name), ...written });
  }
  copied.files.push(...(await copyLog(client, { folder, to, startLsn, stopLsn })));
  return { ...copied, serverVersion, startLsn, stopLsn };
}

/** Whether a path of the data folder goes into a backup; the control file is copied apart. */
export function isKept(name: string): boolean {
  return !EMPTIED.test(name) && !LEFT_OUT.test(name) && name !== CONTROL_FILE;
}

async function refuseTablespaces(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(`select from pg_tablespace where spcname not in ('pg_default', 'pg_global')`);
  if (rowCount) throw new SetupFault('数据库另建有表空间，不在数据目录内，请改用pg_basebackup或pgBackRest备份');
}

async function begin(client: pg.Client): Promise<{ serverVersion: string; startLsn: string }> {
  // The slot keeps all log from here on, and goes with the session.
  await client.query(`select pg_create_physical_replication_slot('xueji_backup_' || pg_backend_pid(), true, true)`);
  const { rows } = await client.query<{ serverVersion: string; startLsn: string }>(
    `select current_setting('server_version') as "serverVersion", pg_backup_start('xueji', true)::text as "startLsn"`,
  );
  return rows[0]!;
}

async function end(client: pg.Client): Promise<{ stopLsn: string; label: string; tablespaces: string }> {
  // There is no archive to wait for: the log is copied here.
  const { rows } = await client.query<{ stopLsn: string; label: string; tablespaces: string }>(
    `select lsn::text as "stopLsn", labelfile as label, spcmapfile as tablespaces from pg_backup_stop(false)`,
  );
  return rows[0]!;
}

/** The server rewrites this one file in place without log: it is read until two readings agree. */
async function copyControlFile(folder: string, to: string): Promise<CopiedFile> {
  let content = await readFile(path.join(folder, CONTROL_FILE));
  for (let again = await readFile(path.join(folder, CONTROL_FILE)); !again.equals(content); ) {
    content = again;
    again = await readFile(path.join(folder, CONTROL_FILE));
  }
  const written = await writeFileForGood(path.join(to, AS, CONTROL_FILE), content);
  return { path: path.posix.join(AS, CONTROL_FILE), ...written };
}

/** Copies the log from the start to the end of the backup, every segment or none. */
async function copyLog(
  client: pg.Client,
  { folder, to, startLsn, stopLsn }: { folder: string; to: string; startLsn: string; stopLsn: string },
): Promise<CopiedFile[]> {
  const { rows } = await client.query<{ segment: string }>(
    `select pg_walfile_name($1::pg_lsn + n * size) as segment
     from (select setting::numeric as size from pg_settings where name = 'wal_segment_size') as s,
       generate_series(0, floor(($2::pg_lsn - 1 - '0/0'::pg_lsn) / size) - floor(($1::pg_lsn - '0/0'::pg_lsn) / size)) as n`,
    [startLsn, stopLsn],
  );
  const histories = (await readdir(path.join(folder, 'pg_wal'))).filter((name) => name.endsWith('.history'));
  const files: CopiedFile[] = [];
  for (const name of [...rows.map(({ segment }) => segment), ...histories]) {
    const copied = await copyFile(path.join(folder, 'pg_wal', name), path.join(to, AS, 'pg_wal', name));
    if (!copied) throw new SetupFault(`备份没有完成：日志段${name}已不在，请重做备份`);
    files.push({ path: path.posix.join(AS, 'pg_wal', name), ...copied });
  }
  return files;
}

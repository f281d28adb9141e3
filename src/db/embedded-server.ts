/**
 * 内置数据库: real PostgreSQL for a site that has none of its own, kept in the data folder.
 *
 * A server that outlived its application (the application was killed) is found and taken over, never started twice.
 */
import { readFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { SetupFault } from '../kernel/setup-fault.ts';
import { placeBinaries } from './embedded/binaries.ts';
import { type Cluster, prepareCluster, readPassword, writeSettings } from './embedded/cluster.ts';
import { freePort } from './embedded/free-port.ts';
import { chooseIdentity } from './embedded/identity.ts';
import { findServer, serverUrl, startServer, stopServer } from './embedded/postmaster.ts';
import { settingsFor } from './embedded/settings.ts';
import { withStartLock } from './embedded/start-lock.ts';

export interface EmbeddedOptions {
  /** The product's data folder; the database lies in `postgres` below it. */
  dataDir: string;
  /** Wanted port; another one is taken when it is not free. Absent: the one used last, or any. */
  port?: number;
  /** Hears in Chinese what is being done. */
  log: (sentence: string) => void;
  /** SOLE (the application): a second application on the folder is refused. GUEST: tools and tests beside others. */
  tenancy?: 'SOLE' | 'GUEST';
  /** NONE gives up safety against power cuts for speed: tests only. */
  durability?: 'SAFE' | 'NONE';
}

export interface EmbeddedServer {
  /** Address of the superuser on 127.0.0.1, database `postgres`. */
  url: string;
  port: number;
  /** Whether this call started it, rather than finding it running. */
  started: boolean;
  /** Stops the server in order, whoever started it. */
  stop(): Promise<void>;
}

/** Where the database of a data folder lies. */
export function clusterFolder(dataDir: string): string {
  return path.join(path.resolve(dataDir), 'postgres');
}

/** Makes, starts or takes over the database of the folder. Throws a SetupFault with what the operator must mend. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataDir, log, tenancy = 'SOLE' } = options;
  return withStartLock(path.resolve(dataDir), async () => {
    const folder = clusterFolder(dataDir);
    const identity = await chooseIdentity(folder);
    const cluster: Cluster = { folder, identity, binaries: await placeBinaries(identity) };
    await prepareCluster(cluster, log);
    const running = await findServer(folder, log);
    const port = running ?? (await start(cluster, options));
    const server = await open(cluster, port, running === undefined, tenancy);
    log(server.started ? `数据库已启动（端口${port}）` : `数据库已在运行，直接使用（端口${port}）`);
    if (server.started || tenancy === 'GUEST' || (await isOfVersion(server.url, cluster.binaries.version)))
      return server;
    log('运行中的数据库是升级前的版本，正在重启');
    await server.stop();
    return open(cluster, await start(cluster, options), true, tenancy);
  });
}

/** The running database of the folder, as a guest; undefined when none runs. */
export async function findEmbedded(dataDir: string): Promise<EmbeddedServer | undefined> {
  const folder = clusterFolder(dataDir);
  const port = await findServer(folder, () => {});
  if (port === undefined) return undefined;
  const identity = await chooseIdentity(folder);
  return open({ folder, identity, binaries: await placeBinaries(identity) }, port, false, 'GUEST');
}

async function open(
  cluster: Cluster,
  port: number,
  started: boolean,
  tenancy: 'SOLE' | 'GUEST',
): Promise<EmbeddedServer> {
  const url = serverUrl(port, await readPassword(cluster.folder));
  const release = tenancy === 'SOLE' ? await takeTenancy(url, cluster.folder) : async () => {};
  const stop = async () => {
    await release();
    await stopServer(cluster);
  };
  return { url, port, started, stop };
}

async function start(cluster: Cluster, { port, log, durability = 'SAFE' }: EmbeddedOptions): Promise<number> {
  let wanted = port ?? (await lastPort(cluster.folder));
  for (let attempt = 0; attempt < 5; attempt++) {
    const free = await freePort(wanted);
    if (wanted !== undefined && free !== wanted) log(`端口${wanted}已被占用，改用${free}`);
    const machine = { memoryBytes: usableMemory(), cores: availableParallelism() };
    await writeSettings(cluster, settingsFor({ ...machine, port: free, durability }));
    if ((await startServer(cluster, log)) === 'STARTED') return free;
    wanted = undefined;
  }
  throw new SetupFault('找不到可用的端口启动数据库，请检查本机的端口限制');
}

/** The settings file remembers the port. */
async function lastPort(folder: string): Promise<number | undefined> {
  const text = await readFile(path.join(folder, 'xueji.conf'), 'utf8').catch(() => '');
  const port = /^port = '(\d+)'/m.exec(text)?.[1];
  return port === undefined ? undefined : Number(port);
}

/** Memory of the machine, or of the container when that has less. */
function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** Whether the server runs the programs of this installation: package 18.4.0-beta.17 holds server 18.4. */
async function isOfVersion(url: string, packageVersion: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  await client.end();
  return packageVersion.startsWith(`${rows[0]?.server_version}.`);
}

/** Holds a lock inside the database as long as this process lives; the server drops it when the process is gone. */
async function takeTenancy(url: string, folder: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url, application_name: 'xueji tenancy' });
  // When the server ends first the lock has ended with it.
  client.on('error', () => {});
  await client.connect();
  try {
    // A killed application's lock lasts until the server has noticed, so a moment is given.
    await client.query(`set lock_timeout = '2s'`);
    await client.query(`select pg_advisory_lock(hashtext('xueji tenancy'))`);
  } catch (cause) {
    await client.end();
    throw new SetupFault(`另一个学籍程序正在使用数据目录${path.dirname(folder)}，请先停止它`, { cause });
  }
  return () => client.end();
}

/** 备份: a copy of the running database and the uploaded files in one folder, made without stopping work. */
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { SetupFault } from '../../kernel/setup-fault.ts';
import { clusterFolder, findEmbedded, startEmbedded } from '../embedded-server.ts';
import { copyCluster } from './copy-cluster.ts';
import { copyFolder } from './copy-folder.ts';
import { type Manifest, writeManifest } from './manifest.ts';

export interface BackUpOptions {
  dataDir: string;
  /** Folder that gets a new folder, named by the time, for this backup. */
  backupsFolder: string;
  now: Date;
  productVersion: string;
  log: (sentence: string) => void;
}

export interface BackUpReport {
  folder: string;
  manifest: Manifest;
  /** SHA-256 of the manifest: kept apart, it proves later that the whole backup is unaltered. */
  manifestDigest: string;
  bytes: number;
}

/** Where uploaded files lie in a data folder. */
export function filesFolder(dataDir: string): string {
  return path.join(path.resolve(dataDir), 'files');
}

/**
 * Backs up the embedded database, running or not, and the uploaded files. The keys of encrypted fields are not
 * included. Throws a SetupFault with what to mend; nothing half made is left under the name of a backup.
 */
export async function backUp(options: BackUpOptions): Promise<BackUpReport> {
  const { dataDir, backupsFolder, now, log } = options;
  await stat(path.join(clusterFolder(dataDir), 'PG_VERSION')).catch((cause) => {
    throw new SetupFault(`数据目录${path.resolve(dataDir)}里还没有数据库，无可备份，请核对XUEJI_DATA`, { cause });
  });
  const folder = path.join(path.resolve(backupsFolder), folderNameFor(now));
  const draft = `${folder}.incomplete`;
  await mkdir(path.dirname(folder), { recursive: true, mode: 0o700 });
  await mkdir(draft, { mode: 0o700 });
  try {
    const report = await fill(draft, options);
    await rename(draft, folder);
    log(`备份完成：${folder}，${report.manifest.files.length}个文件，${(report.bytes / 2 ** 20).toFixed(1)} MiB`);
    log('备份不含字段加密的密钥（keys.json），请将密钥另行保管，缺了它备份中的证件号等无法解密');
    return { folder, ...report };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    throw new SetupFault(`备份没有完成：${backupsFolder}所在磁盘空间不足，请腾出空间后重做`, { cause: error });
  }
}

async function fill(draft: string, { dataDir, now, productVersion, log }: BackUpOptions) {
  const running = await findEmbedded(dataDir);
  const server = running ?? (await startEmbedded({ dataDir, log }));
  try {
    log('正在备份数据库，业务可照常办理');
    const cluster = await copyCluster({ url: server.url, folder: clusterFolder(dataDir), to: draft });
    // A file is stored before the row that names it: copied after the database, none of them is missing.
    log('正在备份上传的文件');
    const uploads = await copyFolder({ from: filesFolder(dataDir), to: draft, as: 'files' });
    const files = [...cluster.files, ...uploads.files].sort((a, b) => (a.path < b.path ? -1 : 1));
    const { serverVersion, startLsn, stopLsn } = cluster;
    const folders = [...cluster.folders, ...uploads.folders];
    const madeAt = now.toISOString();
    const facts = {
      format: 1,
      productVersion,
      serverVersion,
      madeAt,
      startLsn,
      stopLsn,
      keys: 'NOT_INCLUDED',
    } as const;
    const manifest: Manifest = { ...facts, folders, files };
    const manifestDigest = await writeManifest(draft, manifest);
    return { manifest, manifestDigest, bytes: files.reduce((sum, { size }) => sum + size, 0) };
  } finally {
    if (!running) await server.stop();
  }
}

/** Beijing time, in a form that sorts and that every file system takes: 2026-11-22T063000. */
export function folderNameFor(now: Date): string {
  return now.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).replace(' ', 'T').replaceAll(':', '');
}

/** 复制目录: copies a folder tree, several files at once, and lists what was copied. */
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { copyFile, type Fingerprint } from './copy-file.ts';

/** Paths are relative to the backup and written with slashes. */
export interface CopiedFile extends Fingerprint {
  path: string;
}

export interface Copied {
  folders: string[];
  files: CopiedFile[];
}

export interface CopyOptions {
  /** Where the tree is read. */
  from: string;
  /** Root of the backup. */
  to: string;
  /** Name of the tree inside the backup. */
  as: string;
  /** Whether an entry is copied; its path is relative to `from`. A folder that is left out is not looked into. */
  keep?: (path: string) => boolean;
}

const AT_ONCE = 4;

/** Copies the tree. Only plain files and folders are copied; what vanishes meanwhile is left out. */
export async function copyFolder({ from, to, as, keep = () => true }: CopyOptions): Promise<Copied> {
  const folders: string[] = [];
  const found: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    folders.push(path.posix.join(as, folder));
    await mkdir(path.join(to, as, folder), { recursive: true, mode: 0o700 });
    for (const entry of await entriesOf(path.join(from, folder))) {
      const name = path.posix.join(folder, entry.name);
      if (!keep(name)) continue;
      if (entry.isDirectory()) await walk(name);
      else if (entry.isFile()) found.push(name);
    }
  };
  await walk('');
  const files: CopiedFile[] = [];
  const worker = async (): Promise<void> => {
    for (let name = found.pop(); name !== undefined; name = found.pop()) {
      const copied = await copyFile(path.join(from, name), path.join(to, as, name));
      if (copied) files.push({ path: path.posix.join(as, name), ...copied });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { folders, files };
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

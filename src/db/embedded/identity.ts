/** 运行用户: PostgreSQL refuses to run as root, so root lends it an unprivileged user of the operating system. */
import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { SetupFault } from '../../kernel/setup-fault.ts';
import { type Identity, runProgram } from './run-program.ts';

/** Made when root starts the system and none of the known users exists. */
const OWN_USER = 'xueji';
const KNOWN_USERS = [OWN_USER, 'postgres'];

/**
 * Decides which user the database of this folder runs as: undefined is the present user.
 * A folder that already has an owner keeps it. Throws a SetupFault when no fit user can be had.
 */
export async function chooseIdentity(clusterFolder: string): Promise<Identity | undefined> {
  const self = process.getuid?.();
  if (self === undefined) return undefined;
  const owner = await stat(clusterFolder).catch(() => undefined);
  if (self !== 0) {
    if (owner && owner.uid !== self) {
      throw new SetupFault(
        `数据库目录${clusterFolder}属于另一用户（编号${owner.uid}），请改用该用户或root启动，或将目录的属主改为当前用户`,
      );
    }
    if (!owner && !isRegistered()) {
      throw new SetupFault(
        `当前用户（编号${self}）在本机没有登记，数据库不能以它建立，请换用/etc/passwd中有的用户启动`,
      );
    }
    return undefined;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of KNOWN_USERS) {
    const found = await findUser(name);
    if (found) return found;
  }
  return createUser();
}

/** Whether that user can walk to the folder by its path: every folder above it must let it through. */
export async function canEnter(folder: string, identity: Identity | undefined): Promise<boolean> {
  if (!identity) return true;
  const { code } = await runProgram('/bin/sh', ['-c', 'cd -- "$1"', 'sh', path.resolve(folder)], {
    identity,
    cwd: '/',
  });
  return code === 0;
}

/** A container may run us under a bare number; initdb wants a name for it. */
function isRegistered(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

async function findUser(name: string): Promise<Identity | undefined> {
  const [user, group] = await Promise.all([runProgram('id', ['-u', name]), runProgram('id', ['-g', name])]);
  if (user.code !== 0 || group.code !== 0) return undefined;
  const identity = { uid: Number(user.output), gid: Number(group.output) };
  return identity.uid > 0 ? identity : undefined;
}

async function createUser(): Promise<Identity> {
  const wanted = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  const made = await runProgram('useradd', [...wanted, '--shell', '/usr/sbin/nologin', OWN_USER]);
  const identity = await findUser(OWN_USER);
  if (identity) return identity;
  throw new SetupFault(
    `数据库不能以root身份运行，而本机又无法新建用户${OWN_USER}（${made.output || '系统没有useradd命令'}）。` +
      `请先建立名为${OWN_USER}的普通用户，或改用普通用户启动，或在DATABASE_URL中给出外部PostgreSQL`,
  );
}

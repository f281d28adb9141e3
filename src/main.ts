/** 总装: the only wiring: settings → database → keys → law → features → jobs → HTTP. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { packs, workflows } from '../policies/index.ts';
import type { Services } from './access/index.ts';
import { makeSealer } from './audit/seal.ts';
import { type IdentityProvider, makeIdentityProvider, makeSessions, signInPolicy } from './authorities/index.ts';
import type { Config } from './config.ts';
import { makeBlindIndex } from './crypto/blind-index.ts';
import { suiteOf } from './crypto/choose-suite.ts';
import { makeFieldCipher } from './crypto/field-cipher.ts';
import { loadOrCreateKeys } from './crypto/key-file.ts';
import { fingerprint, type KeyRing } from './crypto/key-ring.ts';
import { type Database, openDatabase } from './db/database.ts';
import { APP_ROLE, migrate } from './db/migrate.ts';
import { rememberFact } from './db/node-facts.ts';
import { provideDatabase } from './db/provide-database.ts';
import { openPrinter } from './documents/index.ts';
import { featuresOf } from './features.ts';
import { makeFileStore } from './files/file-store.ts';
import { makeIdempotencyKeys, makeServer } from './http/index.ts';
import { installJobs, type Jobs, startJobs } from './jobs/index.ts';
import { newId } from './kernel/ids.ts';
import { SetupFault } from './kernel/setup-fault.ts';
import { calendar } from './kernel/working-days.ts';
import { makeLaw } from './policy/index.ts';

export interface Application {
  /** Where it answers. */
  url: string;
  services: Services;
  /** Stops taking calls, lets running jobs end, closes the database. */
  stop(): Promise<void>;
}

export interface StartOptions {
  config: Config;
  version: string;
  /** Folder of the built pages. */
  pages?: string;
  /** Hears in Chinese what is being done. */
  log: (sentence: string) => void;
  now?: () => Date;
}

/** Starts an installation. Throws a SetupFault with what the operator must mend. */
export async function startApplication(options: StartOptions): Promise<Application> {
  const { config, log, now = () => new Date() } = options;
  const provided = await provideDatabase({ dataDir: config.dataDir, ...config.database, log });
  await migrate({ ownerUrl: provided.ownerUrl, appPassword: provided.appPassword });
  await installJobs(provided.ownerUrl, APP_ROLE);
  const db = openDatabase({ url: provided.appUrl, now });
  const ring = await keysFor(config, db);
  const services = servicesOf(config, db, ring, now);
  const policy = signInPolicy(config.signIn);
  const printer = openPrinter(config.print);

  let jobs: Jobs | undefined;
  const features = featuresOf({
    services,
    workflows,
    calendar,
    sessions: makeSessions(db, policy, now),
    policy,
    identityProvider: identityProviderOf(config),
    sealer: makeSealer({ db, ring, witnessFile: path.join(config.dataDir, 'audit-heads.jsonl'), now }),
    printer,
    send: (name, key, data) => jobs!.sendOnce(name, key, data),
  });
  jobs = await startJobs({
    url: provided.appUrl,
    definitions: features.jobs,
    onFailure: (name, error) => log(`后台任务“${name}”失败，将重试（${error instanceof Error ? error.name : '未知'}）`),
  });
  const server = await makeServer({
    routes: features.routes,
    sessions: features.sessions,
    keys: makeIdempotencyKeys(db, services.cipher),
    newId,
    ...(options.pages ? { pages: options.pages } : {}),
    secure: config.http.publicUrl?.startsWith('https:') ?? false,
    log: config.log === 'silent' ? 'silent' : 'json',
    uploadLimitBytes: Math.max(config.limits.importBytes, config.limits.fileBytes),
    isHealthy: () => db.isAlive(),
    version: options.version,
  });
  const url = await server.listen({ host: config.http.host, port: config.http.port });
  const stopSealing = sealNowAndThen(features.seal, log);
  return {
    url,
    services,
    stop: async () => {
      await server.close();
      await jobs?.stop();
      await stopSealing();
      await printer.close();
      await db.close();
      await provided.stop();
    },
  };
}

/** Services as every use case gets them. */
export function servicesOf(config: Config, db: Database, ring: KeyRing, now: () => Date): Services {
  const cipher = makeFieldCipher(ring);
  return {
    db,
    law: makeLaw(packs),
    calendar,
    cipher,
    index: makeBlindIndex(ring),
    files: makeFileStore(path.join(config.dataDir, 'files'), cipher, newId),
    now,
    newId,
    randomBytes,
  };
}

/** 统一身份认证, where the settings name one. */
function identityProviderOf({ http, signIn }: Config): IdentityProvider | undefined {
  const callback = `${http.publicUrl?.replace(/\/$/, '')}/api/session/oidc/callback`;
  return signIn.oidc && makeIdentityProvider({ ...signIn.oidc, callback, randomBytes });
}

/** The keys, refused where they are not those that the database was begun with: its rows would be unreadable. */
export async function keysFor(config: Config, db: Database): Promise<KeyRing> {
  const { suite, keyFile } = config.crypto;
  const { ring, made } = await loadOrCreateKeys(keyFile, suiteOf(suite), randomBytes);
  const mine = fingerprint(ring);
  if ((await rememberFact(db, 'keys', mine)) !== mine) {
    throw new SetupFault(
      made
        ? `数据库中已有数据，而密钥文件${keyFile}不在，请先从密钥备份中找回再启动`
        : `密钥文件${keyFile}不是此数据库的密钥，请换回原来的密钥文件再启动`,
    );
  }
  return ring;
}

const SEAL_EVERY_MS = 5_000;

/** Seals beside the writers; a failure is said once and tried again. */
function sealNowAndThen(seal: () => Promise<string | undefined>, log: (sentence: string) => void): () => Promise<void> {
  let said: string | undefined;
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(async () => {
      const fault = await seal().catch((error: Error) => error.message);
      if (fault && fault !== said) log(fault);
      said = fault;
    });
  }, SEAL_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/** 总装: the only wiring: settings → database → keys → law → features → jobs → HTTP. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { lawLibrary } from '../policies/clauses/law-library.ts';
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
import { findEmbedded } from './db/embedded-server.ts';
import { APP_ROLE, migrate } from './db/migrate.ts';
import { rememberFact } from './db/node-facts.ts';
import {
  applicationAccess,
  DATABASE_NAME,
  databaseUrl,
  type ProvidedDatabase,
  provideDatabase,
} from './db/provide-database.ts';
import { openPrinter } from './documents/index.ts';
import { featuresOf } from './features.ts';
import { makeFileStore } from './files/file-store.ts';
import { forgetKeysJob, makeIdempotencyKeys, makeServer } from './http/index.ts';
import { installJobs, type Jobs, startJobs } from './jobs/index.ts';
import { newId } from './kernel/ids.ts';
import { SetupFault } from './kernel/setup-fault.ts';
import { calendar } from './kernel/working-days.ts';
import { makeMail, makeSms, type NoticeSettings } from './notices/index.ts';
import { makeLaw } from './policy/index.ts';

export interface Application {
  /** Where it answers. */
  url: string;
  services: Services;
  /** Stops taking calls, lets running jobs end, closes the database. */
  stop(): Promise<void>;
}

type Close = () => Promise<void>;

export interface StartOptions {
  config: Config;
  version: string;
  /** Done before anything is served, with the database open. */
  prepare?: (services: Services, ownerUrl: string) => Promise<void>;
  /** Folder of the built pages. */
  pages?: string;
  /** Hears in Chinese what is being done. */
  log: (sentence: string) => void;
  now?: () => Date;
}

/** Starts an installation. Throws a SetupFault with what the operator must mend; what was begun is then closed again. */
export async function startApplication(options: StartOptions): Promise<Application> {
  const { config, log } = options;
  const provided = await provideDatabase({ dataDir: config.dataDir, ...config.database, log });
  const begun: Close[] = [provided.stop];
  const stop = closing(begun);
  try {
    return { ...(await serve(options, provided, begun)), stop };
  } catch (error) {
    await stop();
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? portTaken(config) : error;
  }
}

/** Closes what was begun, the last first. */
const closing = (begun: Close[]) => async (): Promise<void> => {
  for (let close = begun.pop(); close; close = begun.pop()) await close();
};

/** Everything that is opened leaves in `begun` how to close it. */
async function serve(options: StartOptions, provided: ProvidedDatabase, begun: Close[]) {
  const { config, log, now = () => new Date() } = options;
  const { services, ring } = await open(config, provided, begun, now);
  const { db } = services;
  await installJobs(provided.ownerUrl, APP_ROLE);
  await options.prepare?.(services, provided.ownerUrl);
  const policy = signInPolicy(config.signIn);
  const printer = openPrinter({ ...config.print, publicUrl: config.http.publicUrl });
  begun.push(printer.close);

  const notices = noticeSettingsOf(config);
  begun.push(async () => void (await Promise.all(Object.values(notices.gateways).map((one) => one?.close()))));

  let jobs: Jobs | undefined;
  const features = featuresOf({
    services,
    workflows,
    calendar,
    regulations: { library: lawLibrary, textFolder: config.lawTexts },
    sessions: makeSessions(db, policy, now),
    policy,
    identityProvider: identityProviderOf(config),
    sealer: makeSealer({ db, ring, witnessFile: path.join(config.dataDir, 'audit-heads.jsonl'), now }),
    ring,
    printer,
    deliverTo: config.webhooks.allow,
    notices,
    send: (name, key, data) => jobs!.sendOnce(name, key, data),
  });
  begun.push(nowAndThen(SEAL_EVERY_MS, features.seal, log), nowAndThen(ADOPT_EVERY_MS, features.adopt, log));
  begun.push(nowAndThen(PUBLISH_EVERY_MS, features.publish, log), nowAndThen(DELIVER_EVERY_MS, features.deliver, log));
  begun.push(nowAndThen(TELL_EVERY_MS, features.tell, log));
  const keys = makeIdempotencyKeys(db, services.cipher);
  jobs = await startJobs({
    url: provided.appUrl,
    definitions: [...features.jobs, forgetKeysJob(keys, now)],
    onFailure: (name, error) => log(`后台任务“${name}”失败，将重试（${error instanceof Error ? error.name : '未知'}）`),
  });
  begun.push(jobs.stop);
  await features.resume();
  const server = await makeServer({
    routes: features.routes,
    sessions: features.sessions,
    systems: features.systems,
    families: features.families,
    keys,
    newId,
    ...(options.pages ? { pages: options.pages } : {}),
    secure: config.http.publicUrl?.startsWith('https:') ?? false,
    log: config.log === 'silent' ? 'silent' : 'json',
    uploadLimitBytes: Math.max(config.limits.importBytes, config.limits.fileBytes),
    isHealthy: () => db.isAlive(),
    version: options.version,
  });
  begun.push(async () => void (await server.close()));
  return { url: await server.listen({ host: config.http.host, port: config.http.port }), services };
}

const portTaken = ({ http: { port } }: Config): SetupFault =>
  new SetupFault(`端口${port}已被别的程序占用，请停止那个程序，或用XUEJI_PORT另指一个端口再启动`);

/**
 * Opens the installation for one task of the command line, beside a running application or without one; serves nothing.
 * Throws a SetupFault with what the operator must mend.
 */
export async function openInstallation(
  config: Config,
  log: (sentence: string) => void,
): Promise<{ services: Services; ownerUrl: string; close: Close }> {
  const running = config.database.ownerUrl ? undefined : await findEmbedded(config.dataDir);
  const provided = running
    ? joined(databaseUrl(running.url, DATABASE_NAME))
    : await provideDatabase({ dataDir: config.dataDir, ...config.database, log });
  const begun: Close[] = [provided.stop];
  const close = closing(begun);
  try {
    const { services } = await open(config, provided, begun, () => new Date());
    return { services, ownerUrl: provided.ownerUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The database of an application that goes on running. */
const joined = (ownerUrl: string): ProvidedDatabase => ({
  ownerUrl,
  ...applicationAccess(ownerUrl),
  stop: async () => {},
});

/** Brings the database to this version and opens it with the keys it was begun with. */
async function open(config: Config, provided: ProvidedDatabase, begun: Close[], now: () => Date) {
  await migrate({ ownerUrl: provided.ownerUrl, appPassword: provided.appPassword });
  const db = openDatabase({ url: provided.appUrl, now });
  begun.push(db.close);
  const ring = await keysFor(config, db);
  return { services: servicesOf(config, db, ring, now), ring };
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

/** The ways out of the house that the settings name. */
function noticeSettingsOf({ http, notices: { mail, sms, tellsGuardians, quiet } }: Config): NoticeSettings {
  const gateways = {
    ...(mail ? { mail: makeMail({ ...mail, publicUrl: http.publicUrl }) } : {}),
    ...(sms ? { sms: makeSms(sms) } : {}),
  };
  return { gateways, tellsGuardians, quiet };
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
const PUBLISH_EVERY_MS = 1_000;
const DELIVER_EVERY_MS = 2_000;
const TELL_EVERY_MS = 3_000;
/** Another process of this installation may have signed a local setting. */
const ADOPT_EVERY_MS = 60_000;

/** Works beside the requests, again and again; a failure is said once and tried again. */
function nowAndThen(
  everyMs: number,
  work: () => Promise<string | undefined>,
  log: (sentence: string) => void,
): () => Promise<void> {
  let said: string | undefined;
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(async () => {
      const fault = await work().catch((error: Error) => error.message);
      if (fault && fault !== said) log(fault);
      said = fault;
    });
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/**
 * 运行参数: every environment variable of the product, parsed once; a wrong value stops the start with its reason.
 *
 * The doc comments of `VARIABLES` are the reference for whoever runs the system. An empty value counts as absent.
 */
import path from 'node:path';
import { z } from 'zod';
import { SetupFault } from './kernel/setup-fault.ts';

/** What runs from `readConfig()`; paths are absolute, sizes in bytes. */
export interface Config {
  http: { host: string; port: number; publicUrl: string | undefined };
  dataDir: string;
  database: { ownerUrl: string | undefined; appUrl: string | undefined };
  crypto: { suite: 'international' | 'guomi'; keyFile: string };
  signIn: {
    passwordProfile: 'dengbao-l3' | 'asvs';
    totpForAll: boolean;
    oidc: { issuer: string; clientId: string; clientSecret: string } | undefined;
  };
  log: 'json' | 'pretty' | 'silent';
  /** Printing; without a folder of its own only the product's own fonts are used. */
  print: { fontFolder?: string };
  /** Folder of the texts of law themselves, shown beside our own words; absent where the installation has none. */
  lawTexts: string | undefined;
  limits: { importBytes: number; fileBytes: number };
  /** Networks of the installation's own to which changes may be delivered, such as 10.20.0.0/16. */
  webhooks: { allow: string[] };
  /** Ways by which people are told outside the product; absent where nothing is set up. */
  notices: {
    mail: { url: string; from: string } | undefined;
    sms: { url: string; authorization: string | undefined; body: string } | undefined;
    tellsGuardians: boolean;
    quiet: { from: number; to: number };
  };
}

const text = z.string().min(1);
const port = whole(1, 65535);
const oneOf = <const T extends readonly [string, ...string[]]>(...words: T) =>
  z.enum(words, { error: `只能是${words.join('、')}` });
const yesOrNo = z
  .enum(['true', 'false', '1', '0'], { error: '只能是true或false' })
  .transform((word) => word === 'true' || word === '1');
const webAddress = z.url({ protocol: /^https?$/, error: '须是以http://或https://开头的完整网址' });
const databaseAddress = z.url({ protocol: /^postgres(ql)?$/, error: '须形如postgres://用户:密码@主机:端口/库名' });

const hours = z
  .string()
  .regex(/^([01]?\d|2[0-3])-([01]?\d|2[0-3])$/, { error: '须形如21-8' })
  .transform((span) => {
    const [from = 0, to = 0] = span.split('-').map(Number);
    return { from, to };
  });
const jsonTemplate = z.string().refine(
  (body) => {
    try {
      JSON.parse(body);
      return body.includes('{phone}') && body.includes('{text}');
    } catch {
      return false;
    }
  },
  { error: '须是JSON，且含{phone}和{text}' },
);
const networks = z
  .string()
  .transform((list) => list.split(',').map((one) => one.trim()))
  .pipe(z.array(z.union([z.cidrv4(), z.cidrv6()], { error: '须形如10.20.0.0/16，多个以逗号分隔' })));

const VARIABLES = z.object({
  // 网络
  /** Port the server listens on. */
  XUEJI_PORT: port.default(8080),
  /** Address it listens on: 127.0.0.1 behind a proxy on the same machine, 0.0.0.0 in a container. */
  XUEJI_HOST: text.default('127.0.0.1'),
  /** Address that people type in; with https the session cookie is bound to it. */
  XUEJI_PUBLIC_URL: webAddress.optional(),

  // 数据
  /** Folder for everything that must be kept: the embedded database, uploaded files, keys. */
  XUEJI_DATA: text.default('./data'),
  /** External PostgreSQL 18, as the role that owns the schema and may create roles; absent: the embedded one. */
  DATABASE_URL: databaseAddress.optional(),
  /** The application's own role on it, where its password shall not be derived from the owner's. */
  XUEJI_APP_DATABASE_URL: databaseAddress.optional(),

  // 密码与密钥
  /** Cryptography: international (AES-GCM, SHA-256, Ed25519) or guomi (SM4, SM3, SM2). Fixed at the first start. */
  XUEJI_SUITE: oneOf('international', 'guomi').default('international'),
  /** Keys of the encrypted fields, made at the first start (mode 0600); absent: keys.json in the data folder. */
  XUEJI_KEY_FILE: text.optional(),

  // 登录
  /** Password rules: 等保三级, or OWASP ASVS (length instead of kinds of characters, no forced change). */
  XUEJI_PASSWORD_PROFILE: oneOf('dengbao-l3', 'asvs').default('dengbao-l3'),
  /** Whether every account needs the second factor, not only those whose office demands it. */
  XUEJI_TOTP_FOR_ALL: yesOrNo.default(false),
  /** Unified identity provider (OpenID Connect): all three or none; it sends people back to XUEJI_PUBLIC_URL. */
  XUEJI_OIDC_ISSUER: webAddress.optional(),
  XUEJI_OIDC_CLIENT_ID: text.optional(),
  XUEJI_OIDC_CLIENT_SECRET: text.optional(),

  // 运行
  /** Form of the log on standard output. */
  XUEJI_LOG: oneOf('json', 'pretty', 'silent').default('json'),
  /**
   * Folder with further fonts for printed papers: 仿宋 and 小标宋 as the office has licensed them, SimSun-ExtB or another
   * font for rare characters in names. Absent: the fonts that come with the product.
   */
  XUEJI_FONT_FOLDER: text.optional(),
  /**
   * Folder with the texts of law themselves, one file a text: SC.txt, each article under a line `# 第一条`. They are then
   * shown beside the product's own words. Absent: only those.
   */
  XUEJI_LAW_TEXTS: text.optional(),
  /** Largest workbook that may be imported, in MiB. */
  XUEJI_IMPORT_MAX_MB: whole(1, 1024).default(64),
  /** Largest single paper that may be attached to a case, in MiB. */
  XUEJI_FILE_MAX_MB: whole(1, 256).default(20),

  // 对接
  /**
   * Own networks to which changes may be delivered, separated by commas: 10.20.0.0/16,fd12:3456::/48. Absent: only
   * public addresses, by https. To a numeric address in one of these networks plain http is allowed as well.
   */
  XUEJI_WEBHOOK_ALLOW: networks.default([]),

  // 通知
  /** Mail server, smtp://user:password@host:587 or smtps://…:465, with XUEJI_MAIL_FROM. Absent: no e-mail leaves. */
  XUEJI_SMTP_URL: z.url({ protocol: /^smtps?$/, error: '须形如smtp://用户:密码@主机:端口' }).optional(),
  /** Sender of e-mails: 学籍系统 <xueji@example.cn>. */
  XUEJI_MAIL_FROM: text.optional(),
  /** HTTP hook of the short-message gateway. Absent: no short message leaves. */
  XUEJI_SMS_URL: webAddress.optional(),
  /** Value of the Authorization header that the gateway asks for. */
  XUEJI_SMS_AUTHORIZATION: text.optional(),
  /** What is posted to it: JSON in whose values {phone}, {text} and {id} are filled in. */
  XUEJI_SMS_BODY: jsonTemplate.default('{"phone":"{phone}","text":"{text}"}'),
  /** Whether guardians are told by short message that a case of their child has moved. */
  XUEJI_SMS_GUARDIANS: yesOrNo.default(false),
  /** Hours in which no short message leaves, from–to by the clock in China. */
  XUEJI_SMS_QUIET: hours.default({ from: 21, to: 8 }),
});

/** Reads the settings. Throws a SetupFault that lists every wrong variable at once. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value?.trim() || undefined]));
  const parsed = VARIABLES.safeParse(given);
  if (!parsed.success) throw fault(parsed.error.issues.map(({ path, message }) => `${path.join('.')}${message}`));
  const v = parsed.data;
  if (v.XUEJI_APP_DATABASE_URL && !v.DATABASE_URL) {
    throw fault(['XUEJI_APP_DATABASE_URL只与DATABASE_URL同用，请补上DATABASE_URL或去掉它']);
  }
  const dataDir = path.resolve(v.XUEJI_DATA);
  return {
    http: { host: v.XUEJI_HOST, port: v.XUEJI_PORT, publicUrl: v.XUEJI_PUBLIC_URL },
    dataDir,
    database: { ownerUrl: v.DATABASE_URL, appUrl: v.XUEJI_APP_DATABASE_URL },
    crypto: { suite: v.XUEJI_SUITE, keyFile: path.resolve(v.XUEJI_KEY_FILE ?? path.join(dataDir, 'keys.json')) },
    signIn: { passwordProfile: v.XUEJI_PASSWORD_PROFILE, totpForAll: v.XUEJI_TOTP_FOR_ALL, oidc: identityProvider(v) },
    log: v.XUEJI_LOG,
    print: v.XUEJI_FONT_FOLDER ? { fontFolder: path.resolve(v.XUEJI_FONT_FOLDER) } : {},
    lawTexts: v.XUEJI_LAW_TEXTS && path.resolve(v.XUEJI_LAW_TEXTS),
    webhooks: { allow: v.XUEJI_WEBHOOK_ALLOW },
    notices: noticeWays(v),
    limits: { importBytes: v.XUEJI_IMPORT_MAX_MB * 2 ** 20, fileBytes: v.XUEJI_FILE_MAX_MB * 2 ** 20 },
  };
}

function noticeWays(v: z.infer<typeof VARIABLES>): Config['notices'] {
  const { XUEJI_SMTP_URL: url, XUEJI_MAIL_FROM: from, XUEJI_SMS_URL: smsUrl } = v;
  if ((url === undefined) !== (from === undefined)) throw fault(['XUEJI_SMTP_URL与XUEJI_MAIL_FROM须同时设置']);
  if (v.XUEJI_SMS_GUARDIANS && !smsUrl) throw fault(['XUEJI_SMS_GUARDIANS须与XUEJI_SMS_URL同用']);
  return {
    mail: url && from ? { url, from } : undefined,
    sms: smsUrl ? { url: smsUrl, authorization: v.XUEJI_SMS_AUTHORIZATION, body: v.XUEJI_SMS_BODY } : undefined,
    tellsGuardians: v.XUEJI_SMS_GUARDIANS,
    quiet: v.XUEJI_SMS_QUIET,
  };
}

function identityProvider(v: z.infer<typeof VARIABLES>): Config['signIn']['oidc'] {
  const issuer = v.XUEJI_OIDC_ISSUER;
  const clientId = v.XUEJI_OIDC_CLIENT_ID;
  const clientSecret = v.XUEJI_OIDC_CLIENT_SECRET;
  if (issuer && clientId && clientSecret) {
    if (v.XUEJI_PUBLIC_URL) return { issuer, clientId, clientSecret };
    throw fault(['用统一身份认证登录须设XUEJI_PUBLIC_URL，认证后要按它返回本系统']);
  }
  if (!issuer && !clientId && !clientSecret) return undefined;
  throw fault(['XUEJI_OIDC_ISSUER、XUEJI_OIDC_CLIENT_ID、XUEJI_OIDC_CLIENT_SECRET须三项齐备或都不设']);
}

function whole(least: number, most: number) {
  const range = `须是${least}至${most}的整数`;
  return z
    .string()
    .regex(/^\d+$/, { error: range })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: range });
}

/** Values are not repeated: one of them may be a password. */
function fault(reasons: string[]): SetupFault {
  return new SetupFault(`运行参数有误，请改正后再启动：${reasons.join('；')}`);
}

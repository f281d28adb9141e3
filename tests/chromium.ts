/** 浏览器程序: finds the Chromium of the machine, or unpacks the one that npm brought, with Chinese fonts for either. */
import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A browser that starts here, and the environment it needs. */
export type Chromium = { executablePath: string; env: Record<string, string> };

const root = resolve(import.meta.dirname, '..');
const cache = join(root, '.cache');
const brought = join(root, 'node_modules/@sparticuz/chromium');

/** Where systems keep an installed Chromium. Other browsers of its family would do, but tests should see one kind. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Looks at CHROMIUM_PATH, then at the usual places, then unpacks the one from npm (Linux x64) into .cache/chromium.
 * @throws Error with what to install, when there is none that starts
 */
export async function findChromium(): Promise<Chromium> {
  const fonts = { ...(process.env as Record<string, string>), FONTCONFIG_FILE: writeFontConfiguration() };
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted) return { executablePath: wanted, env: fonts };
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return { executablePath: installed, env: fonts };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `npm has no Chromium for ${process.platform} ${process.arch}: install Chromium or Chrome, or name one in CHROMIUM_PATH.`,
    );
  }
  return withLibraries(await unpack(), fonts);
}

/** A bare system lacks the NSS libraries; the package brings them, and they are used only where the system has none. */
function withLibraries(folder: string, env: Record<string, string>): Chromium {
  const executablePath = join(folder, 'chromium');
  const own = [join(folder, 'al2023/lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  const tries = [env, { ...env, LD_LIBRARY_PATH: own }].map((env) => ({ env, ...start(executablePath, env) }));
  const good = tries.find(({ status }) => status === 0);
  if (good) return { executablePath, env: good.env };
  throw new Error(
    `Chromium does not start here: ${tries[1]?.stderr.trim()}\nInstall a Chromium, or name one in CHROMIUM_PATH.`,
  );
}

function start(executablePath: string, env: Record<string, string>): { status: number | null; stderr: string } {
  return spawnSync(executablePath, ['--version'], { env, encoding: 'utf8' });
}

/**
 * Unpacks once for all processes: a half-written browser starts and fails in strange ways, so the work is done aside
 * and moved into place whole. The folder carries the version, so that an update is unpacked anew.
 */
async function unpack(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(brought, 'package.json'), 'utf8'));
  const folder = join(cache, 'chromium', version);
  mkdirSync(join(cache, 'chromium'), { recursive: true });
  const release = await takeTurn(`${folder}.lock`);
  try {
    if (existsSync(folder)) return folder;
    const aside = `${folder}.${process.pid}`;
    mkdirSync(aside);
    try {
      inflateInto(aside);
      renameSync(aside, folder);
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
    return folder;
  } finally {
    release();
  }
}

/** The package unpacks into the temporary folder of its process, so it gets a process of its own. */
function inflateInto(folder: string): void {
  const program = `import { inflate } from '@sparticuz/chromium';
    for (const name of ['chromium.br', 'al2023.tar.br']) await inflate(process.argv[1] + '/bin/' + name);`;
  const env = { ...process.env, TMPDIR: folder };
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program, brought], {
    env,
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Chromium could not be unpacked into ${folder}: ${stderr}`);
}

/** Waits until no other living process holds the lock; answers how to give it back. */
async function takeTurn(lock: string): Promise<() => void> {
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    while (!linked(mine, lock)) {
      if (!isAlive(lock)) rmSync(lock, { force: true });
      await pause(100);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(lock, { force: true });
}

/** A link appears with its content or not at all, so the lock always tells its holder. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const FACES = [
  ...['400Regular', '500Medium', '600SemiBold', '700Bold'].map((weight) => `noto-sans-sc/${weight}`),
  ...['400Regular', '700Bold'].map((weight) => `noto-serif-sc/${weight}`),
];

/** Only the fonts of the project: Chinese is drawn on a machine without any, and a picture looks the same everywhere. */
function writeFontConfiguration(): string {
  const path = join(cache, 'fonts', 'fonts.conf');
  const folders = FACES.map((face) => `  <dir>${escaped(join(root, 'node_modules/@expo-google-fonts', face))}</dir>`);
  const prefer = (family: string, face: string) =>
    `  <alias><family>${family}</family><prefer><family>${face}</family></prefer></alias>`;
  const text = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders,
    `  <cachedir>${escaped(join(cache, 'fonts', 'cache'))}</cachedir>`,
    prefer('serif', 'Noto Serif SC'),
    prefer('sans-serif', 'Noto Sans SC'),
    '  <match target="pattern">',
    '    <edit name="family" mode="append" binding="weak"><string>Noto Sans SC</string></edit>',
    '  </match>',
    '</fontconfig>',
    '',
  ].join('\n');
  mkdirSync(join(cache, 'fonts'), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
  return path;
}

function escaped(path: string): string {
  return path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

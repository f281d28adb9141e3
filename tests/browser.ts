/**
 * 浏览器测试: a real browser for journeys, which also fails a test for what nobody asserts:
 * an error in the console, an uncaught error, a broken answer, a request that leaves this machine.
 *
 *     await openBrowser();                                 // once, at the top of the file
 *     test('…', async (t) => {
 *       const page = await newPage(t, { width: 1440, height: 900 });
 *       await page.goto(address);
 *       await assertAccessible(page);
 *       await screenshot(page, 'workbench');
 *     });
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, type TestContext } from 'node:test';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import { findChromium } from './chromium.ts';

/** Size in CSS pixels; `scale` is the number of device pixels for one of them. */
export type PageOptions = { width?: number; height?: number; dark?: boolean; scale?: number };
/** Office and phone, as the pages are drawn for them. */
export const OFFICE = { width: 1366, height: 768 };
export const PHONE = { width: 375, height: 812 };

const root = resolve(import.meta.dirname, '..');
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
let browser: Browser | undefined;

/** Names resolve to nothing but this machine: a forgotten font or script from outside cannot load and go unseen. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** Starts the browser of this test file; it is closed after the file's last test. Call it outside of tests. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  const opened = await chromium.launch({ executablePath, env, args: ARGUMENTS });
  browser = opened;
  after(() => opened.close());
  return opened;
}

/**
 * A page with a session of its own (no cookies of other pages), as an office in China sees it.
 * After the test its faults fail it; a failed test leaves a picture in .cache/screenshots.
 */
export async function newPage(t: TestContext, options: PageOptions = {}): Promise<Page> {
  const context = await newSession(options);
  const page = await pageOf(t, context);
  t.after(() => context.close());
  return page;
}

/** Sessions of people who come back to one browser: what they have loaded once is there the next time. */
const kept = new Map<string, Promise<BrowserContext>>();

/** A page of somebody who keeps a browser until the file's end; everything else as with `newPage`. */
export async function pageFor(t: TestContext, person: string, options: PageOptions = {}): Promise<Page> {
  const key = JSON.stringify([person, options]);
  const session = kept.get(key) ?? newSession(options);
  kept.set(key, session);
  const page = await pageOf(t, await session);
  t.after(() => page.close());
  return page;
}

async function newSession(options: PageOptions): Promise<BrowserContext> {
  if (!browser) throw new Error('Call "await openBrowser()" at the top of the test file');
  const { width = 1440, height = 900, dark = false, scale = 1 } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(45_000);
  watches.set(context, watchFaults(context));
  return context;
}

async function pageOf(t: TestContext, context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const watch = watchOf(page);
  t.after(async () => {
    const { passed } = t as TestContext & { passed: boolean }; // Node 24 has it, its types do not
    if (!passed && !page.isClosed()) {
      const path = await screenshot(page, `failed-${t.name}`).catch(() => undefined);
      if (path) t.diagnostic(`the page as it was: ${path}`);
    }
    const left = unexpected(watch);
    watch.faults = []; // the next test of this person begins without them
    watch.expected = [];
    assert.deepEqual(left, [], 'The browser reported what no test should leave behind');
  });
  return page;
}

type Watch = { faults: string[]; expected: RegExp[]; loading: Set<Request> };
const watches = new WeakMap<BrowserContext, Watch>();

/** What the browser reported on this page's session until now. */
export function faultsOn(page: Page): readonly string[] {
  return watchOf(page).faults;
}

/** Says that a fault fitting the pattern belongs to the story (a server that is killed, say); it must then occur. */
export function expectFault(page: Page, pattern: RegExp): void {
  watchOf(page).expected.push(pattern);
}

function watchOf(page: Page): Watch {
  const watch = watches.get(page.context());
  if (!watch) throw new Error('This page was not made by newPage');
  return watch;
}

function unexpected({ faults, expected }: Watch): string[] {
  return [
    ...faults.filter((fault) => !expected.some((pattern) => pattern.test(fault))),
    ...expected
      .filter((pattern) => !faults.some((fault) => pattern.test(fault)))
      .map((pattern) => `expected: ${pattern}`),
  ];
}

function watchFaults(context: BrowserContext): Watch {
  const watch: Watch = { faults: [], expected: [], loading: new Set() };
  context.on('console', (message) => {
    // The network's own lines say less than the response below; a refusal (4xx) of the API is ordinary business.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      watch.faults.push(`console: ${message.text()}`);
    }
  });
  context.on('weberror', (error) => watch.faults.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') watch.loading.add(request); // which stays open as long as the page
    if (leaves(request.url())) watch.faults.push(`leaves this machine: ${request.url()}`);
  });
  context.on('requestfinished', (request) => watch.loading.delete(request));
  context.on('requestfailed', (request) => {
    watch.loading.delete(request);
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED' && !leaves(request.url())) watch.faults.push(`${reason}: ${request.url()}`);
  });
  context.on('response', (response) => {
    const asked = ['xhr', 'fetch', 'eventsource'].includes(response.request().resourceType());
    if (response.status() >= (asked ? 500 : 400)) watch.faults.push(`answer ${response.status()}: ${response.url()}`);
  });
  return watch;
}

function leaves(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return /^(https?|wss?):$/.test(protocol) && !['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

type Violation = {
  id: string;
  impact?: string | null;
  help: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
};

/** Waits until the page has what it asked for, has drawn it, and nothing moves on it any more. */
export async function settled(page: Page): Promise<void> {
  const { loading } = watchOf(page);
  let still = false;
  while (!still) {
    const [request] = loading;
    if (request) {
      await request
        .response()
        .then((answer) => answer?.finished())
        .catch(() => undefined); // what failed is told by the watch
      loading.delete(request);
    }
    const moving = await page.evaluate(async () => {
      const ends = document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
      await Promise.allSettled(ends.map(({ finished }) => finished));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return ends.length > 0;
    });
    still = !request && !moving;
  }
}

/** All rules, or those alone that the colours decide: for a page that was heard in the other colours at the same size. */
export type Rules = 'ALL' | 'COLOURS';
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Fails when axe finds something serious or critical, and lists each place with what to mend. Style sheets are not loaded
 * a second time for it: no rule that runs reads them.
 */
export async function assertAccessible(page: Page, rules: Rules = 'ALL'): Promise<void> {
  // Evaluated, not added as a script: the page's own content policy stays in force. Once for each document.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const violations = await page.evaluate(
    async (runOnly) => {
      const { axe } = globalThis as unknown as {
        axe: { run: (options: object) => Promise<{ violations: Violation[] }> };
      };
      return (await axe.run({ resultTypes: ['violations'], preload: false, ...(runOnly ? { runOnly } : {}) }))
        .violations;
    },
    rules === 'COLOURS' && COLOUR_RULES,
  );
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  if (grave.length === 0) return;
  const lines = grave.flatMap(({ id, impact, help, nodes }) => [
    `${impact} ${id}: ${help}`,
    ...nodes.map(
      (node) => `  ${node.target.join(' ')}\n    ${node.failureSummary?.replace(/\n\s*/g, '\n      ') ?? ''}`,
    ),
  ]);
  assert.fail(`${page.url()} cannot be used by everybody:\n${lines.join('\n')}`);
}

/** Saves a picture of what is seen (or of the full page) as .cache/screenshots/<name>.png; answers its path. */
export async function screenshot(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<string> {
  const folder = join(root, '.cache', 'screenshots');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name.replace(/[^\p{L}\p{N}-]+/gu, '-').slice(0, 80)}.png`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path, animations: 'disabled', caret: 'hide', fullPage: options.fullPage ?? false });
  return path;
}

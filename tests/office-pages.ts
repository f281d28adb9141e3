/**
 * 办公页面: the built pages before an application of a test, opened by any of its persons.
 *
 *     const { open, look } = await officePages(app, 'truant');       // at the top of the file
 *     const page = await open(t, registrar, 'workbench', PHONE);
 *     await look(page, 'alarm');
 *
 * Nobody signs in through the form here (people-and-institutions tells that): a session with both factors is given.
 */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { buildWebIfStale } from '../scripts/build.ts';
import { makeIdempotencyKeys, makeServer, SESSION_COOKIE } from '../src/http/index.ts';
import { signedIn } from './access/caller.ts';
import type { TestApplication } from './application.ts';
import {
  assertAccessible,
  OFFICE,
  openBrowser,
  type PageOptions,
  PHONE,
  pageFor,
  type Rules,
  screenshot,
  settled,
} from './browser.ts';

export { OFFICE, type PageOptions, PHONE } from './browser.ts';

export interface OfficePages {
  /** Address of the pages, with its slash. */
  home: string;
  /** Opens a page as somebody who has signed in with both factors; ready once it has its heading. */
  open(t: TestContext, person: { id: string }, path: string, options?: PageOptions): Promise<Page>;
  /** Sees that the page is accessible and no wider than its window, once it has come to rest. */
  look(page: Page, name: string): Promise<void>;
  /** The same in the office and on the phone, by day and by night. */
  lookAround(page: Page, name: string): Promise<void>;
}

/** Serves them until the file's last test has ended; pictures begin with the story's name. Call it at the top of the file. */
export async function officePages(app: TestApplication, story?: string): Promise<OfficePages> {
  await openBrowser();
  const home = await servePages(app);
  const sessionOf = signedIn(app.services, app.clock);
  const titled = (name: string) => [story, name].filter(Boolean).join('-');
  return {
    home,
    open: async (t, person, path, options = OFFICE) => {
      const page = await pageFor(t, person.id, options);
      const { token } = await sessionOf(person.id);
      await page.context().addCookies([{ name: SESSION_COOKIE, value: token, url: home }]);
      await page.goto(new URL(path, home).href);
      await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
      return page;
    },
    look: (page, name) => look(page, titled(name)),
    lookAround: (page, name) => lookAround(page, titled(name)),
  };
}

/**
 * What every page must keep: nothing serious that axe finds, nothing beyond the window's edge. With PICTURES set it is kept
 * in .cache/screenshots for people to look at.
 */
export async function look(page: Page, name: string, rules?: Rules): Promise<void> {
  await settled(page);
  if (process.env['PICTURES']) await screenshot(page, name);
  await assertAccessible(page, rules);
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overhang <= 0, `${name} is ${overhang} pixels wider than the window`);
}

/**
 * Looks at one page in the office and on the phone, by day and by night: the window changes, nothing is loaded again. It is
 * left as it was in the office by day.
 */
export async function lookAround(page: Page, name: string): Promise<void> {
  for (const [dark, size, seen, rules] of [
    [false, OFFICE, 'office', 'ALL'],
    [true, OFFICE, 'office-dark', 'COLOURS'],
    [true, PHONE, 'phone-dark', 'ALL'],
    [false, PHONE, 'phone', 'COLOURS'],
  ] as const) {
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    await page.setViewportSize(size);
    await look(page, `${name}-${seen}`, rules);
  }
  await page.setViewportSize(OFFICE);
}

/**
 * Serves the built pages as the product does, until the file's last test has ended; gives their address. They are built
 * once for all files of a run. Call it at the top of the file.
 */
export async function servePages({ features, db, services }: TestApplication): Promise<string> {
  const { folder } = await buildWebIfStale();
  const server = await makeServer({
    ...features,
    keys: makeIdempotencyKeys(db, services.cipher),
    newId: services.newId,
    pages: folder,
    secure: false,
    log: 'silent',
    uploadLimitBytes: 16 * 2 ** 20,
    isHealthy: () => db.isAlive(),
    version: 'test',
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  after(() => server.close());
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/`;
}

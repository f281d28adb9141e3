/** 办公页面: the built pages before an application of a test, opened by any of its persons. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { after, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { preview } from 'vite';
import { buildWebIfStale } from '../scripts/build.ts';
import { SESSION_COOKIE } from '../src/http/index.ts';
import { signedIn } from './access/caller.ts';
import type { TestApplication } from './application.ts';
import { assertAccessible, newPage, openBrowser, type PageOptions, screenshot } from './browser.ts';

export const OFFICE: PageOptions = { width: 1366, height: 768 };
export const PHONE: PageOptions = { width: 375, height: 812 };

export interface OfficePages {
  /** Address of the pages, with its slash. */
  home: string;
  /** Opens a page as somebody who has signed in with both factors; ready once it has its heading. */
  open(t: TestContext, person: { id: string }, path: string, options?: PageOptions): Promise<Page>;
  /** Keeps a picture and sees that the page is accessible and no wider than its window. */
  look(page: Page, name: string): Promise<void>;
}

/** Serves them until the file's last test has ended. Call it at the top of the file. */
export async function officePages(app: TestApplication): Promise<OfficePages> {
  await openBrowser();
  const home = await servePages(app);
  const sessionOf = signedIn(app.services, app.clock);
  return {
    home,
    open: async (t, person, path, options = OFFICE) => {
      const page = await newPage(t, options);
      const { token } = await sessionOf(person.id);
      await page.context().addCookies([{ name: SESSION_COOKIE, value: token, url: home }]);
      await page.goto(`${home}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    look: async (page, name) => {
      await page.waitForLoadState('networkidle');
      await assertAccessible(page);
      await screenshot(page, name);
      const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overhang <= 0, `${name} is ${overhang} pixels wider than the window`);
    },
  };
}

/**
 * Serves the built pages, as a newcomer gets them, until the file's last test has ended; gives their address. They are built
 * once for all files of a run.
 * Call it at the top of the file.
 */
export async function servePages(app: TestApplication): Promise<string> {
  const { folder } = await buildWebIfStale();
  await app.server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.server.address() as AddressInfo;
  const server = await preview({
    configFile: resolve(import.meta.dirname, '../vite.config.ts'),
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0, proxy: { '^/api/': `http://127.0.0.1:${port}` } },
    logLevel: 'error',
  });
  after(() => server.close());
  return server.resolvedUrls!.local[0]!;
}

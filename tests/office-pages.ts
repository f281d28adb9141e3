/** 办公页面: the pages as they are built while one works on them, before an application of a test, for any of its persons. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { after, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { createServer } from 'vite';
import { SESSION_COOKIE } from '../src/http/index.ts';
import { signedIn } from './access/caller.ts';
import type { TestApplication } from './application.ts';
import { assertAccessible, newPage, openBrowser, type PageOptions, screenshot } from './browser.ts';

export const OFFICE: PageOptions = { width: 1366, height: 768 };
export const PHONE: PageOptions = { width: 375, height: 812 };

export interface OfficePages {
  /** Opens a page as somebody who has signed in with both factors; ready once it has its heading. */
  open(t: TestContext, person: { id: string }, path: string, options?: PageOptions): Promise<Page>;
  /** Keeps a picture and sees that the page is accessible and no wider than its window. */
  look(page: Page, name: string): Promise<void>;
}

/** Serves them until the file's last test has ended. Call it at the top of the file. */
export async function officePages(app: TestApplication): Promise<OfficePages> {
  await openBrowser();
  await app.server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.server.address() as AddressInfo;
  // The page's own modules lie under /api too: only what is no module goes to the server.
  const proxy = { '^/api/(?!.*\\.tsx?($|\\?))': `http://127.0.0.1:${port}` };
  const vite = await createServer({
    configFile: resolve(import.meta.dirname, '../vite.config.ts'),
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null, proxy },
    logLevel: 'error',
  });
  await vite.listen();
  after(() => vite.close());
  const home = vite.resolvedUrls!.local[0]!;
  const sessionOf = signedIn(app.services, app.clock);
  return {
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

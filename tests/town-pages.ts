/**
 * 转学的网页: the pages of a test's two towns in a real browser, opened by whom the story names.
 *
 *     const pages = await townPages(town, 'transfer');
 *     const page = await pages.open(t, town.receiving, 'registrar', '/workbench');
 *     await pages.look(page, 'workbench');
 */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import type { PageOptions } from './browser.ts';
import { officePages } from './office-pages.ts';
import type { Desk, TwoTowns } from './two-towns.ts';

type Rank = 'registrar' | 'leader';

export interface TownPages {
  /** A page that a person of a desk has opened. */
  open(t: TestContext, desk: Desk, rank: Rank, path: string, options?: PageOptions): Promise<Page>;
  /** Looks at the page: accessible, not wider than the window, and a picture of it. */
  look(page: Page, name: string): Promise<void>;
  /** The same in the office and on the phone, by day and by night. */
  lookAround(page: Page, name: string): Promise<void>;
  /** Presses one button of a case, with an opinion. */
  act(t: TestContext, desk: Desk, rank: Rank, at: { path: string; button: string; opinion?: string }): Promise<Page>;
  /** Both persons of a desk, one after the other. */
  both(t: TestContext, desk: Desk, path: string, label: string): Promise<void>;
}

/** Serves the pages of the application; everything is taken down after the file. Pictures begin with `name`. */
export async function townPages({ app }: TwoTowns, name: string): Promise<TownPages> {
  const pages = await officePages(app, name);
  const open: TownPages['open'] = (t, desk, rank, path, options) => pages.open(t, desk.accounts[rank], path, options);
  const act: TownPages['act'] = async (t, desk, rank, { path, button, opinion = '情况属实' }) => {
    const page = await open(t, desk, rank, path);
    const press = page.getByRole('button', { name: button });
    await press.waitFor();
    const field = page.locator('.decision-opinion .control');
    if (await field.count()) await field.fill(opinion);
    const answered = page.waitForResponse((response) => response.url().endsWith('/acts'));
    await press.click();
    assert.equal((await answered).status(), 200, button);
    return page;
  };
  return {
    open,
    act,
    look: pages.look,
    lookAround: pages.lookAround,
    both: async (t, desk, path, label) => {
      await act(t, desk, 'registrar', { path, button: label });
      await act(t, desk, 'leader', { path, button: `签署“${label}”` });
    },
  };
}

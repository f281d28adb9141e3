/**
 * 新来者的世界: the whole product in this process, served with its pages over a demonstration on a database of its own,
 * under a clock that stands in September 2026: what somebody sees who has just typed the two commands.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { buildWebIfStale } from '../scripts/build.ts';
import { readConfig } from '../src/config.ts';
import { DEMO_PASSWORD, demoCode, makeDemo } from '../src/demo/index.ts';
import { type Application, startApplication } from '../src/main.ts';
import { newPage, type PageOptions } from './browser.ts';
import { testDatabase } from './database.ts';

export interface Newcomer {
  application: Application;
  /** Opens a page and signs in through its form, with the code where the office needs one. */
  signIn(t: TestContext, loginName: string, options?: PageOptions): Promise<Page>;
  /** Goes on by so many minutes: each code counts only once. */
  wait(minutes: number): void;
}

const OFFICE: PageOptions = { width: 1366, height: 768 };

export interface NewcomerWish {
  students: number;
  port: number;
  /** Network to which changes may be delivered. */
  deliverTo?: string;
  /** Ways by which people are told outside the product, as the environment names them. */
  ways?: Record<string, string>;
}

/** Starts it; it is taken down after the file's last test. */
export async function newcomer({ students, port, deliverTo, ways = {} }: NewcomerWish): Promise<Newcomer> {
  const database = await testDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'xueji-newcomer-'));
  let now = new Date('2026-09-17T10:00:00+08:00').getTime();
  const { folder } = await buildWebIfStale();
  const application = await startApplication({
    config: readConfig({
      XUEJI_DATA: dataDir,
      XUEJI_PORT: String(port),
      XUEJI_LOG: 'silent',
      ...(deliverTo ? { XUEJI_WEBHOOK_ALLOW: deliverTo } : {}),
      ...ways,
      DATABASE_URL: database.ownerUrl,
    }),
    version: 'test',
    pages: folder,
    log: () => {},
    now: () => new Date(now),
    prepare: async (services) => void (await makeDemo(services, { students, log: () => {} })),
  });
  after(async () => {
    await application.stop();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    application,
    wait: (minutes) => {
      now += minutes * 60_000;
    },
    signIn: async (t, loginName, options = OFFICE) => {
      const page = await newPage(t, options);
      await page.goto(application.url);
      await page.getByLabel('登录名').fill(loginName);
      await page.getByLabel('密码').fill(DEMO_PASSWORD);
      await page.getByRole('button', { name: '登录' }).click();
      const code = page.getByLabel('动态口令');
      const frame = page.getByRole('link', { name: '工作台' });
      await code.or(frame).first().waitFor();
      if (await code.isVisible()) {
        await code.fill(demoCode(new Date(now)).code);
        await page.getByRole('button', { name: '登录' }).click();
        await frame.waitFor();
      }
      return page;
    },
  };
}

/** 首次打开: bytes and time of the sign-in page and the workbench, in a real browser with an empty cache. */
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findChromium } from '../tests/chromium.ts';
import { runProduct } from '../tests/running.ts';
import { type Line, milliseconds } from './measure.ts';

/** Opens the page and adds up what it fetched, as gzip would carry it. */
export async function measureFirstLoad(): Promise<Line[]> {
  const installation = await runProduct({ students: 1_000, port: 18_083, pages: true });
  const { executablePath, env } = await findChromium();
  const browser = await chromium.launch({ executablePath, env, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => void bodies.push(response.body().catch(() => Buffer.alloc(0))));
    const from = performance.now();
    await page.goto(installation.url, { waitUntil: 'networkidle' });
    const took = performance.now() - from - IDLE_MS;
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    return [
      {
        what: 'first load of the page, empty cache',
        measured: `${kilobytes.toFixed(0)} kB gzip, ${milliseconds(took)}`,
        ceiling: '400 kB',
        ratio: (kilobytes / 400).toFixed(2),
        aim: '≤ 1',
      },
    ];
  } finally {
    await browser.close();
    await installation.close();
  }
}

/** The browser waits this long without a request before it calls the network idle. */
const IDLE_MS = 500;

/** The browser that all journeys use: it draws Chinese, sees what is not accessible, and lets no fault pass unseen. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { assertAccessible, expectFault, faultsOn, newPage, openBrowser, screenshot } from '../browser.ts';

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>学籍登记</title><link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; } body { font: 16px/1.7 sans-serif; margin: 40px; } h1 { font-weight: 600; }
  .seal { font-family: serif; font-weight: 700; } .wide { font-variant-numeric: tabular-nums; }
  @media (prefers-color-scheme: dark) { body { background: #16181d; color: #e6e8eb; } }
</style></head><body><main>
  <h1>小学一年级新生入学注册</h1>
  <p>赵明轩、欧阳若曦、阿依古丽·买买提，年满六周岁，材料齐全，由本校报学籍主管部门核办。</p>
  <p class="seal">长葛市教育体育局　二〇二六年九月一日</p>
  <p class="wide">0123456789 · G000000202609010019 · 堃喆䶮</p>
  <label>姓名 <input name="name"></label> <button type="button">提交核办</button>
</main></body></html>`;

const server = createServer((request, response) => {
  const status = Number(request.url?.slice(1)) || 200;
  response.writeHead(status, { 'content-type': 'text/html', 'content-security-policy': "script-src 'none'" });
  response.end(status === 200 ? PAGE : '');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
after(() => server.close());
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
await openBrowser();

test('Chinese is drawn in the faces of the project, in light and in dark', async (t) => {
  for (const dark of [false, true]) {
    const page = await newPage(t, { width: 800, height: 420, dark });
    await page.goto(address);
    const drawn = await page.evaluate(() => {
      const ink = (text: string) => {
        const canvas = document.createElement('canvas').getContext('2d')!;
        canvas.font = '24px sans-serif';
        canvas.fillText(text, 0, 24);
        return canvas.getImageData(0, 0, 30, 30).data.join();
      };
      return { signs: [...'学籍堃䶮'].map(ink), none: ink('\u{10FFFE}') };
    });
    assert.equal(new Set([...drawn.signs, drawn.none]).size, 5, 'two different signs look alike: they are empty boxes');
    const png = readFileSync(await screenshot(page, `the-browser-itself-${dark ? 'dark' : 'light'}`));
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [800, 420]);
    assert.equal(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone), 'Asia/Shanghai');
  }
});

test('a page that everybody can use passes, one with a nameless field does not', async (t) => {
  const page = await newPage(t);
  await page.goto(address);
  await assertAccessible(page);
  await page.evaluate(() => document.querySelector('label')?.replaceWith(document.createElement('input')));
  await assert.rejects(assertAccessible(page), /critical label: [\s\S]*input/);
});

test('errors in the console, uncaught errors and broken answers are faults, a refusal of the API is none', async (t) => {
  const page = await newPage(t);
  await page.goto(address);
  await page.evaluate(() => fetch('/409'));
  assert.deepEqual(faultsOn(page), []);
  await page.evaluate(async () => {
    console.error('the register is missing');
    setTimeout(() => {
      throw new Error('nobody catches this');
    });
    await fetch('/500');
    document.body.append(Object.assign(new Image(), { src: '/404' }));
  });
  await page.waitForLoadState('networkidle');
  for (const fault of [/console: the register/, /uncaught: nobody/, /answer 500/, /answer 404/])
    expectFault(page, fault);
});

test('a request that leaves this machine goes nowhere and is a fault', async (t) => {
  const page = await newPage(t);
  await page.goto(address);
  for (const outside of ['http://example.org/font.woff2', 'http://192.0.2.1/']) {
    const answer = await page.evaluate((url) => fetch(url, { mode: 'no-cors' }).then(String, String), outside);
    assert.match(answer, /Failed to fetch/);
  }
  expectFault(page, /leaves this machine: http:\/\/example\.org/);
  expectFault(page, /leaves this machine: http:\/\/192\.0\.2\.1/);
});

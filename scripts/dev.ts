/**
 * 开发: `npm run dev` runs the server, started anew when a file of it changes, and beside it the pages with every change
 * shown at once. Open the address of the pages; they ask the server.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { readConfig } from '../src/config.ts';

const PAGES_PORT = 5173;
const { http } = readConfig();
const server = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', fileURLToPath(new URL('start.ts', import.meta.url)), '--without-pages'],
  { stdio: 'inherit' },
);
const target = `http://${http.host}:${http.port}`;
const pages = await createServer({
  configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
  server: {
    host: '127.0.0.1',
    port: PAGES_PORT,
    proxy: Object.fromEntries(['/api', '/docs/api', '/health', '/metrics'].map((path) => [path, { target }])),
  },
});
await pages.listen();
console.log(`网页（改动即时可见）：${pages.resolvedUrls?.local[0] ?? ''}`);

server.once('exit', async (code) => {
  await pages.close();
  process.exit(code ?? 1);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => server.kill('SIGTERM'));

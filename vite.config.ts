/** 网页构建: one bundle from src/web into dist/web, hashed, with nothing fetched from elsewhere and no inline script. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * PDF 附属文件: what the reader of PDF fetches by name while it draws: tables of Chinese characters, fonts that a file may
 * leave out, decoders of scans. Decoders as plain scripts: the page's content policy lets no other kind run.
 */
const NEEDED: Record<string, RegExp> = {
  cmaps: /(GB|^H\.|^V\.).*\.bcmap$/,
  standard_fonts: /\.(pfb|ttf)$/,
  wasm: /_nowasm_fallback\.js$/,
};

export default defineConfig({
  root: at('./src/web'),
  base: '/',
  plugins: [react(), pdfFiles(at('./node_modules/pdfjs-dist'))],
  // The page's entry stands above the web folder because only it may know the features.
  resolve: { alias: { '/browser/index.tsx': at('./src/browser/index.tsx') } },
  server: { fs: { allow: [at('.')] } },
  // Packages of pages that are fetched late are found before the first visit, not in the middle of it.
  optimizeDeps: { entries: [at('./src/browser/index.tsx'), at('./src/**/*.page.tsx'), at('./src/web/**/*.tsx')] },
  build: {
    outDir: at('./dist/web'),
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // "use client" marks in component packages mean nothing in a bundle.
      onLog(level, log, forward) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') forward(level, log);
      },
    },
  },
});

/** Puts them under /assets/pdfjs-<version>/, in the build and while developing. */
function pdfFiles(reader: string): Plugin {
  const { version } = JSON.parse(readFileSync(join(reader, 'package.json'), 'utf8')) as { version: string };
  const folder = `assets/pdfjs-${version}`;
  const files = new Map(
    Object.entries(NEEDED).flatMap(([part, needed]) =>
      readdirSync(join(reader, part))
        .filter((name) => needed.test(name))
        .map((name) => [name, join(reader, part, name)] as const),
    ),
  );
  return {
    name: 'pdf-files',
    generateBundle() {
      for (const [name, path] of files) {
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source: readFileSync(path) });
      }
    },
    configureServer(server) {
      server.middlewares.use(`/${folder}`, (request, answer, next) => {
        const name = basename(request.url ?? '');
        const path = files.get(name);
        if (!path) return next();
        answer.setHeader('content-type', name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
        answer.end(readFileSync(path));
      });
    },
  };
}

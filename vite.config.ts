/** 网页构建: one bundle from src/web into dist/web, hashed, with nothing fetched from elsewhere and no inline script. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('./src/web'),
  base: '/',
  plugins: [react()],
  // The page's entry stands above the web folder because only it may know the features.
  resolve: { alias: { '/browser.tsx': at('./src/browser.tsx') } },
  server: { fs: { allow: [at('.')] } },
  // Packages of pages that are fetched late are found before the first visit, not in the middle of it.
  optimizeDeps: { entries: [at('./src/browser.tsx'), at('./src/**/*.page.tsx'), at('./src/web/**/*.tsx')] },
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

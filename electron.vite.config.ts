import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

// The oldest runtime this meets is Electron 33: Node 20.18 and Chromium 130.
const nodeTarget = 'node20.18';
const chromiumTarget = 'chrome130';

/** Chunks stand beside their entry, so `import.meta.dirname` is the same folder in all of them. */
const flatOutput = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' };

// Every dependency is bundled: the package holds no node_modules.
export default defineConfig(({ command }) => ({
  main: {
    build: {
      externalizeDeps: false,
      rolldownOptions: { input: join(root, 'main/index.ts'), output: flatOutput },
      // Less to read and parse at every start.
      minify: command === 'build',
      sourcemap: command === 'serve',
      target: nodeTarget,
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: join(root, 'preload/index.ts'),
        // The window's sandbox loads one CommonJS file and nothing else.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
      target: nodeTarget,
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      rolldownOptions: { input: join(root, 'renderer/index.html') },
      // The content security policy allows neither inline scripts nor data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: true,
      target: chromiumTarget,
      // Read from the disk, so one larger file is no cost.
      chunkSizeWarningLimit: 2000,
    },
  },
}));

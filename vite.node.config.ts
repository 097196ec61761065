import { defineConfig } from 'vite';

// What runs on plain Node: `psm` and the step host. Everything is bundled, so the folder works
// anywhere, also outside the package's archive.
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node20.18',
    outDir: 'out/psm',
    emptyOutDir: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { psm: 'main/cli.ts', 'step-host': 'main/step-host.ts' },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Builds the window into dist/renderer; relative URLs, so that any shell may serve it from any place. */
const config = defineConfig({
  root: here,
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // The window is Chromium of this year: light-dark() and nesting stay as they are written.
    target: 'esnext',
    cssTarget: 'esnext',
    // Fonts and pictures stay files: the content security policy admits no data: fonts.
    assetsInlineLimit: 0,
    // Read from this machine, once, at the start: splitting it would gain nothing.
    chunkSizeWarningLimit: 800,
    modulePreload: { polyfill: false },
  },
});

export default config;

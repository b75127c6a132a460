/** Builds only the page's bundle into dist/webview, for a quick loop: the other bundles may be in other hands. */
import { build } from 'esbuild';

await build({
  entryPoints: { report: 'webview/report/main.tsx' },
  outdir: 'dist/webview',
  bundle: true,
  minify: process.argv.includes('--production'),
  sourcemap: false,
  legalComments: 'none',
  logLevel: 'warning',
  platform: 'browser',
  target: 'chrome120',
  format: 'iife',
  jsx: 'automatic',
  jsxImportSource: 'preact',
});

import { realpathSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** The native binding stays outside the bundles: its switch over platforms cannot be bundled. */
const external = ['vscode', '@duckdb/node-bindings', '@duckdb/node-bindings-*'];

const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  // Texts of any language stand as they are, not escaped.
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
};
const node = { ...common, platform: 'node', target: 'node20', external };
/**
 * What both ends say and write of reports (src/app/outputs.ts) is a bundle beside theirs, read when there is something to say; so is what the editor
 * takes driftbooks apart with (src/app/driftbookFiles.ts).
 */
/** The library that takes YAML apart lies beside the bundles, once, and is read by whoever meets the first file. */
const yamlBeside = {
  name: 'yaml',
  setup: ({ onResolve }) => onResolve({ filter: /^yaml$/ }, () => ({ path: './yaml.cjs', external: true })),
};
const ends = {
  ...node,
  plugins: [
    yamlBeside,
    {
      name: 'outputs',
      setup: ({ onResolve }) =>
        onResolve({ filter: /\/app\/(?:outputs|driftbookFiles)\.ts$/ }, ({ path }) => ({
          path: `./${path.split('/').at(-1).replace('.ts', '.cjs')}`,
          external: true,
        })),
    },
  ],
};
const page = {
  ...common,
  platform: 'browser',
  target: 'chrome120',
  format: 'iife',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  // The toolkit's React twin must never reach the page.
  external: [],
};

/**
 * Everything that is bundled; the notices of licences read this list, too.
 * @type {import('esbuild').BuildOptions[]}
 */
export const bundles = [
  // The editor may not let a script of its host import others: it requires them.
  { ...ends, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.cjs', format: 'cjs', supported: { 'dynamic-import': false } },
  { ...node, entryPoints: ['src/app/outputs.ts'], outfile: 'dist/outputs.cjs', format: 'cjs' },
  { ...node, plugins: [yamlBeside], entryPoints: ['src/app/driftbookFiles.ts'], outfile: 'dist/driftbookFiles.cjs', format: 'cjs' },
  { ...node, entryPoints: { yaml: 'yaml' }, outdir: 'dist', outExtension: { '.js': '.cjs' }, format: 'cjs' },
  {
    ...node,
    entryPoints: ['src/worker/main.ts'],
    outfile: 'dist/worker.cjs',
    format: 'cjs',
    // SQLite looks for its WebAssembly beside the module it lies in: beside the bundle.
    banner: { js: "const driftbookModuleUrl = require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'driftbookModuleUrl' },
  },
  {
    ...ends,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.mjs',
    format: 'esm',
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as driftbookCreateRequire } from 'node:module';\nconst require = driftbookCreateRequire(import.meta.url);",
    },
  },
  { ...page, entryPoints: { report: 'webview/report/main.tsx' }, outdir: 'dist/webview' },
];

async function main() {
  // A running window may have the old bundles open: they are replaced in place, and only a package starts from an empty folder.
  if (production) await rm('dist', { recursive: true, force: true });
  await mkdir('dist', { recursive: true });
  if (watch) {
    for (const options of bundles) await (await context(options)).watch();
  } else {
    await Promise.all(bundles.map((options) => build(options)));
  }
  await cp('l10n', 'dist/l10n', { recursive: true });
  await cp(fileURLToPath(import.meta.resolve('@sqlite.org/sqlite-wasm/sqlite3.wasm')), 'dist/sqlite3.wasm');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) await main();

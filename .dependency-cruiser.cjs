/**
 * The wings of core, in the order of the flow: what each imports, and what it takes types of. What is not in its row is a wall.
 *
 * A name ends in a slash for a folder, and may name one file.
 */
const found = 'sections/[^/]+/result\\.ts';
const registries = 'measures/((drift/)?registry|definition)\\.ts';
const verdicts = 'check/(verdict|subject|measurement|check|finding|askedResult)\\.ts';
// What of check only reads: where a thing stands, which check says it, and what a report comes to. All else of check decides.
const told = 'check/(checkIds|statusOf|tallyColumns|outcome|breaches|brokenBound)\\.ts';
const wings = [
  [['data/'], ['data/'], []],
  [['format/'], ['format/'], ['data/']],
  [['stats/'], ['stats/', 'data/'], []],
  // The registry of files is facts where nothing that makes one is taken of it.
  [['spec/'], ['spec/', registries, 'render/registry.ts', 'data/dataFormats.ts'], ['render/reportFormat.ts', 'words/translate.ts']],
  [['driftbook/'], ['driftbook/', 'spec/', registries], ['report/', verdicts]],
  [['report/(?!migrate\\.ts)'], ['report/'], ['data/', 'spec/', 'measures/measure.ts', verdicts, found]],
  // What was kept before reports had checks gets them by the same functions as a report made now.
  [['report/migrate\\.ts'], ['report/', 'check/withChecks\\.ts', found], []],
  [['roles/'], ['roles/', 'data/', 'stats/', 'measures/', 'spec/addressOf\\.ts'], ['report/', 'spec/', verdicts, found]],
  [['read/'], ['read/', 'roles/', 'data/', 'stats/', 'format/'], ['report/', 'spec/', verdicts, found]],
  [['measures/'], ['measures/', 'stats/'], ['read/', 'check/', 'report/', 'spec/', 'data/', 'words/translate.ts', found]],
  [
    ['check/'],
    ['check/', 'measures/', 'stats/', 'report/', 'driftbook/limitBase\\.ts', 'spec/nearest\\.ts'],
    ['data/', 'spec/', 'driftbook/', found],
  ],
  [[found], [], ['check/(verdict|subject)\\.ts', 'measures/measure.ts', registries, 'report/', 'data/', 'spec/', found]],
  [
    ['sections/[^/]+/compute/'],
    ['sections/[^/]+/compute/', found, 'check/', 'measures/', 'read/', 'roles/', 'stats/', 'report/', 'data/'],
    ['sections/columnAnalysis.ts', 'spec/'],
  ],
  [
    ['sections/[^/]+/words/'],
    ['sections/[^/]+/words/', 'words/', told, registries, 'report/', 'format/'],
    ['data/', 'spec/', 'measures/measure.ts', verdicts, found],
  ],
  [['sections/[^/]+/charts/'], ['sections/[^/]+/charts/', found, 'charts/', 'report/', 'format/'], ['data/', verdicts, registries]],
  [
    ['sections/[^/]+/(?!result)[^/]+\\.ts'],
    ['sections/[^/]+/words/', 'sections/[^/]+\\.ts', 'words/', 'report/', 'format/'],
    [verdicts, found],
  ],
  [
    ['sections/[^/]+\\.ts'],
    ['sections/[^/]+\\.ts', 'sections/[^/]+/blocks\\.ts', 'sections/[^/]+/words/', 'words/', told, 'report/', 'format/'],
    ['sections/drift/compute/likeForLike.ts', 'check/columnEvidence\\.ts', 'stats/', verdicts, found],
  ],
  [
    ['words/'],
    ['words/', registries, 'report/', 'format/', 'data/dataFormats.ts'],
    ['data/', 'spec/', 'driftbook/', 'measures/', verdicts, found],
  ],
  [['charts/'], ['charts/', 'format/'], ['report/', 'sections/pageLabelKeys.ts', 'data/', registries, verdicts, found]],
  [
    ['render/'],
    ['render/', registries, 'check/breaches\\.ts', 'sections/registry.ts', 'sections/[^/]+\\.ts', 'words/', 'report/', 'format/'],
    ['driftbook/', verdicts, found],
  ],
  [
    ['pipeline/'],
    [
      'pipeline/',
      'sections/[^/]+/compute/',
      'check/',
      'measures/',
      'read/',
      'roles/',
      'report/',
      'data/',
      'driftbook/',
      'spec/addressOf\\.ts',
    ],
    ['spec/', 'stats/', found],
  ],
];
const pathOf = (wing) => `^src/core/(${wing.join('|')})`;

/** The walls of the house (media/docs/architecture.md): who may import whom. */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'core-is-pure',
      comment: 'core imports only core: no node built-in, no package, no vscode',
      severity: 'error',
      from: { path: '^src/core' },
      to: { pathNot: '^src/core' },
    },
    {
      name: 'sections-do-not-meet',
      comment: 'what two sections share lies beside them, or below; what a section found is data for all',
      severity: 'error',
      from: { path: '^src/core/sections/([^/]+)/' },
      to: { path: '^src/core/sections/[^/]+/', pathNot: '^src/core/sections/($1/|[^/]+/result\\.ts)' },
    },
    {
      name: 'columns-are-read-in-read',
      comment: 'who else wants columns takes a reader or a source: both keep to the budget',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '^src/core/(data/|read/|pipeline/(analyse|inspect)\\.ts)' },
      to: { path: '^src/core/data/table\\.ts' },
    },
    ...wings.map(([wing, knows, types]) => ({
      name: `core/${wing.join(' ')}`,
      comment: `knows ${[...knows, ...types.map((known) => `types of ${known}`)].join(', ') || 'nothing'}`,
      severity: 'error',
      from: { path: pathOf(wing) },
      to: { path: '^src/core/', pathNot: `^src/core/(${[...knows, ...types].join('|') || 'none'})` },
    })),
    ...wings
      .filter(([, , types]) => types.length > 0)
      .map(([wing, knows, types]) => ({
        name: `core/${wing.join(' ')}: types only`,
        severity: 'error',
        from: { path: pathOf(wing) },
        to: {
          path: `^src/core/(${types.join('|')})`,
          pathNot: `^src/core/(${knows.join('|') || 'none'})`,
          dependencyTypesNot: ['type-only'],
        },
      })),
    {
      name: 'ends-decide-nothing',
      comment: 'verdicts are made by core/check in the pipeline; what stands around it reads them, and what the report comes to',
      severity: 'error',
      from: { path: '^(src/(host|cli|app|worker|engine|shared)|webview)' },
      to: { path: '^src/core/check/', pathNot: `^src/core/(${told}|${verdicts}|check/findingSeverity\\.ts)` },
    },
    { name: 'shared-is-pure', severity: 'error', from: { path: '^src/shared' }, to: { pathNot: '^src/(shared|core)' } },
    {
      name: 'shared-takes-types-of-core',
      severity: 'error',
      from: { path: '^src/shared' },
      to: { path: '^src/core', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'vscode-only-in-host',
      severity: 'error',
      from: { pathNot: '^(src/host|src/extension\\.ts|test/(host|e2e))' },
      to: { path: '^vscode$|node_modules/@types/vscode' },
    },
    {
      name: 'duckdb-and-arrow-only-in-engine',
      severity: 'error',
      from: { path: '^(src|webview)', pathNot: '^src/engine' },
      to: { path: '@duckdb|apache-arrow|@sqlite\\.org' },
    },
    {
      name: 'engine-knows-core-and-shared',
      severity: 'error',
      from: { path: '^src/engine' },
      to: { path: '^(src/(host|cli|app|worker)|webview)' },
    },
    {
      name: 'worker-knows-engine-and-core',
      severity: 'error',
      from: { path: '^src/worker' },
      to: { path: '^(src/(host|cli|app)|webview)' },
    },
    {
      name: 'app-is-what-both-ends-share',
      comment: 'app starts the engine by its client, knows the pure parts, where temporary files lie, and neither end',
      severity: 'error',
      from: { path: '^src/app' },
      to: { path: '^(src/(host|cli|engine)|webview)', pathNot: '^src/engine/(workFolder|files/spareBytes)\\.ts$' },
    },
    {
      name: 'cli-and-host-are-ends',
      comment: 'both reach the engine through app',
      severity: 'error',
      from: { path: '^src/(cli|host)' },
      to: { path: '^(src/(engine|worker)|webview)' },
    },
    {
      name: 'host-loads-outputs-late',
      comment:
        'what is said and written of a report, and what takes driftbooks apart, is read with the first of them, not when the extension is activated',
      severity: 'error',
      from: { path: '^src/(host|extension\\.ts)' },
      to: { path: '^src/app/(outputs|reportFile|driftbookFiles|driftbook/.*)\\.ts', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    { name: 'cli-and-host-do-not-meet', severity: 'error', from: { path: '^src/cli' }, to: { path: '^src/host' } },
    { name: 'host-and-cli-do-not-meet', severity: 'error', from: { path: '^src/host' }, to: { path: '^src/cli' } },
    {
      name: 'webview-is-a-page',
      severity: 'error',
      from: { path: '^webview' },
      to: {
        path: '^src/',
        pathNot: `^src/(shared|core/(charts|sections/[^/]+/charts|sections/pageLabelKeys\\.ts|${found}|${verdicts}|report|format|data|spec))`,
      },
    },
    {
      name: 'webview-takes-types-of-data-and-spec',
      severity: 'error',
      from: { path: '^webview' },
      to: { path: `^src/core/(data|spec|${verdicts})`, dependencyTypesNot: ['type-only'] },
    },
    { name: 'webview-has-no-node', severity: 'error', from: { path: '^webview' }, to: { dependencyTypes: ['core'] } },
    {
      name: 'toolkit-behind-one-file',
      severity: 'error',
      from: { path: '^webview', pathNot: '^webview/common/controls\\.ts' },
      to: { path: 'webview-ui-toolkit' },
    },
    { name: 'product-does-not-import-tests', severity: 'error', from: { path: '^(src|webview)' }, to: { path: '^test' } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};

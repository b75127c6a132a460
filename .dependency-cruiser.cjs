/** The walls of the house (README, "Where things live"): who may import whom. */
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
      to: { path: '@duckdb|apache-arrow' },
    },
    {
      name: 'engine-knows-core-and-shared',
      severity: 'error',
      from: { path: '^src/engine' },
      to: { path: '^(src/(host|cli|worker|integrations)|webview)' },
    },
    {
      name: 'worker-knows-engine-and-core',
      severity: 'error',
      from: { path: '^src/worker' },
      to: { path: '^(src/(host|cli|integrations)|webview)' },
    },
    { name: 'cli-and-host-are-ends', severity: 'error', from: { path: '^src/(cli|host)' }, to: { path: '^(src/engine|webview)' } },
    { name: 'cli-and-host-do-not-meet', severity: 'error', from: { path: '^src/cli' }, to: { path: '^src/host' } },
    { name: 'host-and-cli-do-not-meet', severity: 'error', from: { path: '^src/host' }, to: { path: '^src/cli' } },
    {
      name: 'webview-is-a-page',
      severity: 'error',
      from: { path: '^webview' },
      to: { path: '^src/', pathNot: '^src/(shared|core/(charts|report|format|data))' },
    },
    {
      name: 'webview-takes-types-of-data',
      severity: 'error',
      from: { path: '^webview' },
      to: { path: '^src/core/data', dependencyTypesNot: ['type-only'] },
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
    exclude: { path: '(^|/)(dist|out)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};

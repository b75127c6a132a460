import assert from 'node:assert/strict';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { repo } from '../../harness/repo.mjs';
import { runTool } from '../../harness/runTool.mjs';
import { temporaryFolder } from '../../harness/temporaryFolder.mjs';

/** Ways to the editor's window, each of which could show what data hold as a link. `npm test` runs the lint over the sources (check:format). */
const planted: Readonly<Record<string, string>> = {
  named: "import { window } from 'vscode';\nvoid window.showErrorMessage('x');\n",
  renamed: "import { window as w } from 'vscode';\nvoid w.showErrorMessage('x');\n",
  whole: "import * as vscode from 'vscode';\nvoid vscode.window.showErrorMessage('x');\n",
  late: "const { window } = await import('vscode');\nvoid window.showErrorMessage('x');\n",
  lateWhole: "const v = await import('vscode');\nvoid v.window.showErrorMessage('x');\n",
  chained: "void import('vscode').then((v) => v.window.showErrorMessage('x'));\n",
  required: "const v = require('vscode');\nvoid v.window.showErrorMessage('x');\n",
  passedOn: "export { window } from 'vscode';\n",
  passedOnWhole: "export * from 'vscode';\n",
  markdown: "import { MarkdownString } from 'vscode';\nvoid new MarkdownString('x', true);\n",
  row: "import { TreeItem } from 'vscode';\nvoid new TreeItem('x');\n",
  diagnostic: "import { Diagnostic, Range } from 'vscode';\nvoid new Diagnostic(new Range(0, 0, 0, 0), 'x');\n",
  hovers:
    "import { languages } from 'vscode';\nvoid languages.registerHoverProvider('*', { provideHover: () => ({ contents: ['x'] }) });\n",
};
const harmless = "import { l10n, Uri, workspace } from 'vscode';\nvoid [l10n, Uri, workspace];\n";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
before(async () => {
  folder = await temporaryFolder('wall');
  await copyFile(join(repo, 'biome.json'), join(folder.path, 'biome.json'));
  await mkdir(join(folder.path, 'src/host/window'), { recursive: true });
  for (const [name, text] of Object.entries(planted)) await writeFile(join(folder.path, `src/host/${name}.ts`), text);
  await writeFile(join(folder.path, 'src/host/harmless.ts'), harmless);
  await writeFile(join(folder.path, 'src/host/window/allowed.ts'), planted.named!);
  await writeFile(join(folder.path, 'src/extension.ts'), planted.named!);
});
after(() => folder.remove());

test('a call of the window outside src/host/window fails the lint, however it is spelt', async () => {
  const output = await runTool(join(repo, 'node_modules/.bin/biome'), ['lint', '--vcs-enabled=false', '--reporter=github', '.'], {
    cwd: folder.path,
  }).then(
    () => '',
    (error: { output?: string }) => error.output ?? '',
  );
  const refused = new Set(
    [...output.matchAll(/noRestrictedImports.*?file=([^,]+)/g)].map((match) =>
      match[1]!.replaceAll('\\', '/').replace(/^.*\/(?=src\/)/, ''),
    ),
  );
  assert.deepEqual([...refused].sort(), [...Object.keys(planted).map((name) => `src/host/${name}.ts`), 'src/extension.ts'].sort(), output);
});

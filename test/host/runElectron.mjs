import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { repo } from '../harness/repo.mjs';
import { temporaryFolder } from '../harness/temporaryFolder.mjs';
import { buildHostTests } from './build.mjs';

/** The host suite in a desktop VS Code: the one named in `vscodeExecutablePath`, else one that is downloaded. */
const folder = await temporaryFolder('electron');
try {
  const workspace = join(folder.path, 'ws');
  await cp(join(repo, 'media/sample'), workspace, { recursive: true });
  await runTests({
    ...(process.env.vscodeExecutablePath ? { vscodeExecutablePath: process.env.vscodeExecutablePath } : {}),
    extensionDevelopmentPath: repo,
    extensionTestsPath: await buildHostTests(),
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', '--user-data-dir', join(folder.path, 'd')],
  });
} finally {
  await folder.remove();
}

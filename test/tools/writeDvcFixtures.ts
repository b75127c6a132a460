import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keep, makeDvcRepository } from '../engine/revisions/dvcRepository.ts';
import { repo } from '../harness/repo.mjs';
import { temporaryFolder } from '../harness/temporaryFolder.mjs';

/**
 * Writes the repositories of DVC that are kept with the tests, anew: `node --import tsx test/tools/writeDvcFixtures.ts DVC…`, each a program of
 * dvc; those of version 2 and 3 keep their caches in different layouts. Version 2.58.2 wants pathspec < 0.12, dulwich < 0.22 and pygit2 < 1.15.
 */
for (const dvc of process.argv.slice(2)) {
  const folder = await temporaryFolder('dvc');
  const version = execFileSync(dvc, ['--version'], { encoding: 'utf8' }).trim();
  const kept = keep(makeDvcRepository(dvc, join(folder.path, 'repository')), `dvc ${version}`);
  writeFileSync(join(repo, `test/fixtures/dvc/dvc${version.split('.')[0]}.json`), `${JSON.stringify(kept, null, 2)}\n`);
  await folder.remove();
}

import { readFileSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repo } from './repo.mjs';

/** Makes the checkout an installed extension of a VS Code server; a rebuild is there after a reload of the window. */
export async function linkExtension(extensionsDir) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(repo, 'package.json'), 'utf8'));
  const folder = `${publisher}.${name}-${version}`;
  const link = join(extensionsDir, folder);
  await mkdir(extensionsDir, { recursive: true });
  await rm(link, { force: true });
  await symlink(repo, link, 'dir');
  // Folders that are not listed here are taken for left-overs.
  const entry = {
    identifier: { id: `${publisher}.${name}` },
    version,
    location: { $mid: 1, path: link, scheme: 'file' },
    relativeLocation: folder,
  };
  await writeFile(join(extensionsDir, 'extensions.json'), JSON.stringify([entry]));
}

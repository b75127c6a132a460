import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { summaryText } from './results.ts';
import { runFolder } from './runFolder.ts';
import { runPeers } from './runPeers.ts';

/**
 * `run.ts [FOLDER]` compares the product with a folder of goldens; `run.ts --peers FILE` with the peers' own expectations.
 * Exit code 1 when any case fails.
 */
function main(args: readonly string[]): void {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const shared = join(root, '..', 'shared', 'goldens');
  const peers = args.indexOf('--peers');
  if (peers >= 0 && args[peers + 1] === undefined) throw new Error('--peers needs a file');
  const results =
    peers >= 0
      ? runPeers(args[peers + 1]!)
      : runFolder(args[0] ?? (existsSync(shared) ? shared : join(root, 'test', 'fixtures', 'goldens')));
  console.log(summaryText(results));
  if (results.length === 0 || results.some((r) => r.outcome === 'failed')) process.exitCode = 1;
}

main(process.argv.slice(2));

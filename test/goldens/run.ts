import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { summaryText } from './results.ts';
import { runFolder } from './runFolder.ts';
import { runPeers } from './runPeers.ts';

/**
 * `run.ts` compares the product with all that is shared: the folder of goldens and the peers' own expectations; without it, with the goldens of
 * the repository. `run.ts FOLDER` takes that folder only, `run.ts --peers FILE` that file only. Exit code 1 when any case fails.
 */
async function main(args: readonly string[]): Promise<void> {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const shared = join(root, '..', 'shared');
  const option = args.indexOf('--peers');
  if (option >= 0 && args[option + 1] === undefined) throw new Error('--peers needs a file');
  const all = args.length === 0 && existsSync(join(shared, 'goldens'));
  const folder = option >= 0 ? undefined : (args[0] ?? (all ? join(shared, 'goldens') : join(root, 'test', 'fixtures', 'goldens')));
  const peers = option >= 0 ? args[option + 1] : all ? join(shared, 'peer_cases.json') : undefined;
  const results = [...(folder ? runFolder(folder) : []), ...(peers && existsSync(peers) ? await runPeers(peers) : [])];
  console.log(summaryText(results));
  if (results.length === 0 || results.some((r) => r.outcome === 'failed')) process.exitCode = 1;
}

await main(process.argv.slice(2));

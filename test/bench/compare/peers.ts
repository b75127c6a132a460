import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the tools are run with, each in an environment of its own: they do not agree on their packages. */
const peers = {
  'pandas + scipy': ['pandas==2.3.3', 'scipy==1.16.3', 'numpy==2.3.5', 'pyarrow==22.0.0'],
  Evidently: ['evidently==0.7.23', 'pandas<3', 'pyarrow==22.0.0'],
  NannyML: ['nannyml==0.13.1', 'statsmodels', 'pyarrow==22.0.0'],
} as const;
const quiet = { DO_NOT_TRACK: '1', NML_DISABLE_USAGE_LOGGING: '1' };
const script = fileURLToPath(new URL('peers.py', import.meta.url));

/** Times other tools on the same files, whole process: those that can be installed. Says why not otherwise. */
export async function runPeers(
  csv: { readonly reference: string; readonly current: string },
  parquet: { readonly reference: string; readonly current: string },
  folder: string,
  results: Record<string, unknown>,
  say: (line: string) => void,
): Promise<void> {
  for (const [peer, packages] of Object.entries(peers)) {
    const home = join(folder, `venv-${peer.replaceAll(/\W/g, '')}`);
    const python = join(home, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
    try {
      if (!existsSync(python)) {
        execFileSync('python3', ['-m', 'venv', home], { stdio: 'ignore' });
        execFileSync(python, ['-m', 'pip', 'install', '--quiet', ...packages], { stdio: ['ignore', 'ignore', 'pipe'] });
      }
      for (const [format, paths] of Object.entries(peer === 'pandas + scipy' ? { csv, parquet } : { parquet })) {
        const start = performance.now();
        const out = execFileSync(python, [script, peer, paths.reference, paths.current], {
          encoding: 'utf8',
          env: { ...process.env, ...quiet },
        });
        const wall = (performance.now() - start) / 1000;
        const { cpu, peakMb } = JSON.parse(out.trim().split('\n').at(-1) ?? '{}') as { cpu: number; peakMb: number };
        results[`${peer}, ${format}`] = { wall, cpu, peakMb };
        say(`${peer}, ${format}: ${wall.toFixed(1)} s (${cpu.toFixed(1)} s of processors), peak ${Math.round(peakMb)} MB`);
      }
    } catch (error) {
      say(`${peer}: not run (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)})`);
    }
  }
}

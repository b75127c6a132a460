import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Cost } from '../cost.ts';

export interface Scikit extends Cost {
  readonly peakMb: number;
  readonly groups: number;
  readonly version: string;
}

const script = fileURLToPath(new URL('scikit.py', import.meta.url));
const packages = ['scikit-learn==1.9.1', 'pandas', 'pyarrow'];

/** A python that has scikit-learn: DRIFTBOOK_BENCH_PYTHON, python3, or an environment of its own that is made in `folder`. Throws when there is none. */
export function scikitPython(folder: string): string {
  const home = join(folder, 'venv');
  const own = join(home, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  for (const python of [process.env.DRIFTBOOK_BENCH_PYTHON, 'python3', existsSync(own) ? own : undefined]) {
    if (python === undefined) continue;
    try {
      execFileSync(python, ['-c', 'import sklearn, pandas, pyarrow'], { stdio: 'ignore' });
      return python;
    } catch {}
  }
  execFileSync('python3', ['-m', 'venv', home], { stdio: 'ignore' });
  execFileSync(own, ['-m', 'pip', 'install', '--quiet', ...packages], { stdio: ['ignore', 'ignore', 'pipe'] });
  return own;
}

/** The same work by scikit-learn on one file. */
export function scikit(python: string, path: string): Scikit {
  const out = execFileSync(python, [script, path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return JSON.parse(out.trim().split('\n').at(-1) ?? '') as Scikit;
}

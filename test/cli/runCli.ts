import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The bundled program. */
export const cliPath = fileURLToPath(new URL('../../dist/cli.mjs', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the bundled program as a shell would, in a folder, in English unless the environment says otherwise. */
export function runCli(
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly env?: Readonly<Record<string, string>>;
    /** Signals as soon as this holds. */
    readonly interruptWhen?: () => boolean;
    /** The signals, one after the other within a moment: Ctrl-C unless others are named. */
    readonly interruptBy?: readonly NodeJS.Signals[];
    /** Told the process once it runs. */
    readonly onStart?: (pid: number) => void;
  },
): Promise<Ran & { readonly endedMs: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cliPath, ...args], {
      cwd: options.cwd,
      env: { ...process.env, LC_ALL: 'C', LANG: 'C', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (child.pid !== undefined) options.onStart?.(child.pid);
    let stdout = '';
    let stderr = '';
    let interrupted = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const { interruptWhen, interruptBy = ['SIGINT'] } = options;
    const watch = setInterval(() => {
      if (interruptWhen?.() !== true) return;
      clearInterval(watch);
      interrupted = performance.now();
      // So close that the program is still heeding the first, so far apart that the system does not make one of two.
      for (const [i, signal] of interruptBy.entries()) setTimeout(() => child.kill(signal), 10 * i);
    }, 10);
    if (interruptWhen === undefined) clearInterval(watch);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearInterval(watch);
      resolve({ code, signal, stdout, stderr, endedMs: performance.now() - interrupted });
    });
  });
}

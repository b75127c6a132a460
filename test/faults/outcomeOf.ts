import { spawn } from 'node:child_process';
import { chmod, mkdir, readdir } from 'node:fs/promises';
import { cliPath } from '../cli/runCli.ts';
import type { Call, FaultCase } from './faultCase.ts';
import { makePlace } from './place.ts';

export interface Outcome {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The message of a refusal, or the remarks of a report on one line each. */
  readonly message: string;
  readonly ms: number;
  /** Temporary files it left behind. */
  readonly left: readonly string[];
}

/** Makes the case in a folder of its own and runs the bundled program on it, once per language. */
export async function outcomesOf(one: FaultCase, languages: readonly string[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const language of languages) {
    const place = await makePlace();
    let call: Call | null = null;
    try {
      call = await one.make(place);
      const temporary = place.path('.tmp');
      await mkdir(temporary);
      // Some cases run as another user.
      await chmod(temporary, 0o777);
      const outcome = await run(call, place.folder, temporary, language);
      outcomes.push({ ...outcome, left: await readdir(temporary) });
    } finally {
      await call?.after?.();
      await place.remove();
    }
  }
  return outcomes;
}

function run(call: Call, cwd: string, temporary: string, language: string): Promise<Outcome> {
  const program = [process.execPath, cliPath, 'compare', call.reference, call.current, ...(call.options ?? []), '--lang', language];
  const [command = '', ...args] = [...(call.under ?? []), ...program];
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NO_COLOR: '1', TMPDIR: temporary, ...call.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const meanwhile = call.meanwhile?.();
    child.on('error', reject);
    child.on('close', async (code, signal) => {
      await meanwhile;
      resolve({
        code,
        signal,
        stdout,
        stderr,
        message: code === 3 ? stderr.trim() : remarks(stdout),
        ms: performance.now() - begin,
        left: [],
      });
    });
  });
}

/** The remarks on schema and quality in a printed report, one a line, unwrapped. */
function remarks(stdout: string): string {
  const lines: string[] = [];
  for (const line of stdout.split('\n')) {
    if (/^ {2}[▲◐–] /.test(line)) lines.push(line.trim());
    else if (/^ {4}\S/.test(line) && lines.length > 0) lines.push(`${lines.pop()} ${line.trim()}`);
    else if (lines.length > 0) break;
  }
  return lines.join('\n');
}

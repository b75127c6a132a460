import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Told } from './child.ts';
import { randomCase } from './randomCase.ts';

export interface FuzzOptions {
  readonly seed: number;
  /** Stops after so many cases, or after so much time. */
  readonly cases: number;
  readonly milliseconds: number;
  /** A case that takes longer has failed. */
  readonly limitMs?: number;
  /** Failed cases are written below it with their files. */
  readonly keep: string | null;
  readonly log: (line: string) => void;
}

export interface FuzzResult {
  readonly cases: number;
  readonly problems: readonly { readonly seed: number; readonly problem: string }[];
  readonly outcomes: ReadonlyMap<string, number>;
  readonly slowestMs: number;
  readonly slowestSeed: number;
  readonly mostRssMb: number;
  /** A message of each kind, with the seed that had it. */
  readonly said: ReadonlyMap<string, string>;
}

const childPath = fileURLToPath(new URL('./child.ts', import.meta.url));

/** Runs seeded random cases in a child process; a crash or a hang costs the child, is noted, and a new one goes on. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const { limitMs = 60_000 } = options;
  const outcomes = new Map<string, number>();
  const said = new Map<string, string>();
  const problems: { seed: number; problem: string }[] = [];
  const end = performance.now() + options.milliseconds;
  let child: ChildProcess | null = null;
  let cases = 0;
  let slowestMs = 0;
  let slowestSeed = 0;
  let mostRssMb = 0;
  for (let seed = options.seed; cases < options.cases && performance.now() < end; seed++, cases++) {
    child ??= fork(childPath, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    const told = await runOne(child, seed, limitMs);
    if (typeof told === 'string') child = null;
    else {
      outcomes.set(told.outcome, (outcomes.get(told.outcome) ?? 0) + 1);
      if (told.ms > slowestMs) [slowestMs, slowestSeed] = [told.ms, seed];
      mostRssMb = Math.max(mostRssMb, told.rssMb);
      const shape = `${told.outcome}: ${told.said.replace(/\S*driftbook-fuzz\S*/g, 'FILE').replace(/\d+/g, 'N')}`.slice(0, 140);
      if (told.said !== '' && !said.has(shape)) said.set(shape, `${seed} ${told.said}`);
    }
    const problem = typeof told === 'string' ? told : told.problem;
    if (problem !== null) {
      problems.push({ seed, problem });
      options.log(`seed ${seed}: ${problem}`);
      if (options.keep !== null) await keepCase(join(options.keep, String(seed)), seed, problem);
    }
    if ((cases + 1) % 1000 === 0) options.log(`${cases + 1} cases, ${problems.length} problems, most memory ${Math.round(mostRssMb)} MB`);
  }
  if (child !== null) await stop(child);
  return { cases, problems, outcomes, slowestMs, slowestSeed, mostRssMb, said };
}

/** What the child told, or a sentence on how it died. */
function runOne(child: ChildProcess, seed: number, limitMs: number): Promise<Told | string> {
  return new Promise((resolve) => {
    let stderr = '';
    const note = (data: Buffer): void => {
      stderr = (stderr + data.toString()).slice(-3000);
    };
    const settle = (result: Told | string): void => {
      clearTimeout(timer);
      child.off('message', settle);
      child.off('exit', died);
      child.stderr?.off('data', note);
      resolve(result);
    };
    const died = (code: number | null, signal: string | null): void => settle(`the process ended with ${signal ?? code}\n${stderr}`);
    const timer = setTimeout(() => {
      child.off('exit', died);
      child.once('exit', () => settle(`no end within ${limitMs} ms`));
      child.kill('SIGKILL');
    }, limitMs);
    child.on('message', settle);
    child.on('exit', died);
    child.stderr?.on('data', note);
    child.send(seed);
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.send('end');
  });
}

async function keepCase(folder: string, seed: number, problem: string): Promise<void> {
  const one = randomCase(seed);
  await mkdir(folder, { recursive: true });
  for (const side of ['reference', 'current'] as const) {
    for (const [i, file] of one[side].entries()) await writeFile(join(folder, `${side}-${i}-${file.name}`), file.bytes);
  }
  const { reference: _reference, current: _current, ...rest } = one;
  await writeFile(join(folder, 'case.json'), JSON.stringify({ ...rest, problem }, null, 2));
}

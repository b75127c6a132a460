import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Report } from '../../src/core/report/report.ts';
import { runCli } from '../cli/runCli.ts';
import { repo } from '../harness/repo.mjs';
import { type Pair, shared } from './pairs.ts';

export const languages = ['en', 'zh-cn'] as const;
export type Language = (typeof languages)[number];

/** Everything one run of the program put out. */
export interface Outputs {
  readonly language: Language;
  readonly code: number;
  readonly text: string;
  readonly markdown: string;
  readonly csv: string;
  readonly report: Report;
  /** Address of the exported page. */
  readonly page: string;
}

/** Runs the program once on a pair in one language, with all of its outputs, in a folder of its own. */
export async function runPair(pair: Pair, language: Language, folder: string): Promise<Outputs> {
  const cwd = join(folder, language);
  await mkdir(cwd, { recursive: true });
  const command = pair.command.map((word) => word.replace('{folder}', folder).replace('{repo}', repo).replace('{shared}', shared));
  const files = ['--json', 'r.json', '--html', 'r.html', '--markdown', 'r.md', '--csv', 'r.csv'];
  const { code, stdout, stderr } = await runCli([...command, ...files, '--lang', language], { cwd });
  assert.ok(code === 0 || code === 1, `${pair.name}: exit code ${code}: ${stderr}`);
  assert.equal(stderr, '', pair.name);
  const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');
  return {
    language,
    code,
    text: stdout,
    markdown: read('r.md'),
    csv: read('r.csv'),
    report: JSON.parse(read('r.json')) as Report,
    page: pathToFileURL(join(cwd, 'r.html')).href,
  };
}

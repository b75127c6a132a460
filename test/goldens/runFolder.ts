import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adapters } from './adapters/adapters.ts';
import { differences } from './compare.ts';
import type { GoldenCase, GoldenFile } from './golden.ts';
import { notBuilt } from './golden.ts';
import type { CaseResult } from './results.ts';

/** What a case asks of us: on inputs the reference library refuses, the answer recommended instead. A recommendation in words is no value. */
function wanted(expected: unknown): unknown {
  if (typeof expected !== 'object' || expected === null || !('recommended' in expected)) return expected;
  const { recommended, ...others } = expected;
  return typeof recommended === 'string' ? others : recommended;
}

function runCase(method: string, golden: GoldenCase): CaseResult {
  const { name } = golden;
  const adapter = adapters[method];
  if (!adapter) return { method, name, outcome: 'skipped', remarks: [notBuilt] };
  let answer: ReturnType<typeof adapter>;
  try {
    answer = adapter({ ...golden, params: golden.params ?? {} });
  } catch (error) {
    return { method, name, outcome: 'failed', remarks: [`threw ${String(error)}`] };
  }
  if (answer.kind === 'skip') return { method, name, outcome: 'skipped', remarks: [answer.reason] };
  const tolerance = { relative: golden.rtol ?? 0, absolute: golden.atol ?? 0 };
  const found = differences(answer.value, wanted(golden.expected), tolerance, answer.without);
  if (found.length > 0) return { method, name, outcome: 'failed', remarks: found };
  return { method, name, outcome: 'passed', remarks: Object.entries(answer.without).map(([field, why]) => `${field}: ${why}`) };
}

/** Runs every golden file of a folder against the product. Files starting with "_" that no adapter knows are left alone. */
export function runFolder(folder: string): CaseResult[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const golden = JSON.parse(readFileSync(join(folder, file), 'utf8')) as GoldenFile;
      const method = golden.method ?? file.replace(/\.json$/, '');
      return golden.cases.map((c) => runCase(method, c));
    });
}

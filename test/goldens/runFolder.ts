import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adapters } from './adapters/adapters.ts';
import { differences } from './compare.ts';
import type { GoldenCase, GoldenFile } from './golden.ts';
import { notBuilt } from './golden.ts';
import type { CaseResult } from './results.ts';

/**
 * Expectation of a case: `expected` itself, or on inputs the reference library refuses (`error`) the answer recommended instead; null when none is
 * recommended but in words: then there must be no value.
 */
function wanted(expected: unknown): unknown {
  if (typeof expected !== 'object' || expected === null || !('error' in expected || 'recommended' in expected)) return expected;
  const { recommended, error, message, ...others } = expected as Record<string, unknown>;
  if (typeof recommended === 'object' && recommended !== null) return recommended;
  return Object.keys(others).length > 0 ? others : null;
}

/** Names of the fields that hold a number: an answer on what the reference refuses may not have any. Counts and curves of the input are no value. */
function valuesIn(answer: unknown): string[] {
  if (typeof answer === 'number') return Number.isFinite(answer) ? ['value'] : [];
  return Object.entries((answer ?? {}) as Record<string, unknown>)
    .filter(([, of]) => typeof of === 'number' && Number.isFinite(of))
    .map(([name]) => name);
}

function compared(answer: { value: unknown; without: Readonly<Record<string, string>> }, golden: GoldenCase): string[] {
  const expected = wanted(golden.expected);
  if (expected === null) return valuesIn(answer.value).map((field) => `${field}: a value where the reference refuses`);
  return differences(answer.value, expected, { relative: golden.rtol ?? 0, absolute: golden.atol ?? 0 }, answer.without);
}

function runCase(method: string, golden: GoldenCase): CaseResult {
  const { name } = golden;
  const adapter = adapters[method];
  if (!adapter) return { method, name, outcome: 'skipped', remarks: [notBuilt(method)] };
  let answer: ReturnType<typeof adapter>;
  try {
    answer = adapter({ ...golden, params: golden.params ?? {} });
  } catch (error) {
    return { method, name, outcome: 'failed', remarks: [`threw ${String(error)}`] };
  }
  if (answer.kind === 'skip') return { method, name, outcome: 'skipped', remarks: [answer.reason] };
  const found = compared(answer, golden);
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

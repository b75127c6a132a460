import { nearest } from '../spec/nearest.ts';
import type { Problem } from '../spec/problem.ts';
import { type ReadValue, read } from '../spec/read.ts';
import { cellKinds } from './cells/registry.ts';
import { type Driftbook, driftbookShape, driftbookVersion } from './driftbook.ts';

/**
 * Reads a driftbook from what its file holds. Every problem has its place; what is wrong is left out of the value, and nothing runs while there is a
 * problem. A file of a later version is told as that and as nothing else: what else it holds cannot be judged.
 */
export function readDriftbook(value: unknown): ReadValue<Driftbook> {
  const { version, timezone, cells, datasets } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (typeof version === 'number' && Number.isSafeInteger(version) && version > driftbookVersion)
    return {
      value: undefined,
      problems: [{ path: ['version'], code: 'version', found: String(version), allowed: [String(driftbookVersion)] }],
    };
  const found = read(driftbookShape, value);
  const problems = [...found.problems];
  if (typeof timezone === 'string' && !isTimeZone(timezone))
    problems.push({
      path: ['timezone'],
      code: 'zone',
      found: JSON.stringify(timezone.slice(0, 80)),
      near: nearest(timezone.slice(0, 80), Intl.supportedValuesOf('timeZone')),
    });
  const hasReference = typeof datasets !== 'object' || datasets === null || Object.hasOwn(datasets, 'reference');
  if (Array.isArray(cells)) problems.push(...cellProblems(cells, hasReference));
  return { value: found.value, problems };
}

/** Kinds of cells that there is nothing to say in without a reference. */
const compared = Object.entries(cellKinds).flatMap(([kind, { needsReference }]) => (needsReference ? [kind] : []));

const needsReference = (path: Problem['path']): Problem => ({ path, code: 'needs', found: '', allowed: ['datasets.reference'] });

/** What is wrong between cells, or between a cell and the datasets; what is wrong in a cell by itself is told by then, and is passed over. */
function cellProblems(cells: readonly unknown[], hasReference: boolean): Problem[] {
  const problems: Problem[] = [];
  const names = new Set<string>();
  const once = (name: unknown, path: Problem['path']): void => {
    if (typeof name !== 'string') return;
    if (names.has(name)) problems.push({ path, code: 'twice', found: JSON.stringify(name.slice(0, 80)) });
    names.add(name);
  };
  for (const [i, cell] of cells.entries()) {
    const parts = object(cell);
    once(parts.name, ['cells', i, 'name']);
    once(object(parts.sql).name, ['cells', i, 'sql', 'name']);
    const kind = compared.find((kind) => Object.hasOwn(parts, kind));
    if (!hasReference && kind !== undefined) problems.push(needsReference(['cells', i, kind]));
    for (const [j, check] of (Array.isArray(parts.checks) ? parts.checks : []).entries()) {
      const { to } = object(check);
      const relative = ['max_drop', 'max_rise', 'max_ratio'].find((key) => Object.hasOwn(object(check), key));
      if (hasReference || relative === undefined || (to !== undefined && to !== 'reference')) continue;
      problems.push(needsReference(['cells', i, 'checks', j, to === undefined ? relative : 'to']));
    }
  }
  return problems;
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

import { type Report, reportVersion } from './report.ts';
import { sectionKinds } from './section.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Whether a value has the frame of a report of this version: its envelope, and sections of known kinds, each at most once, with what all of them hold. */
export function isReport(value: unknown): value is Report {
  if (!isObject(value) || value.schema !== 'driftbook.report' || value.version !== reportVersion) return false;
  const { run, spec, datasets, time, sections, findings } = value;
  if (!isObject(run) || typeof run.createdAt !== 'string' || typeof run.durationMs !== 'number' || !isObject(run.tool)) return false;
  if (!isObject(spec) || !isObject(spec.current) || !isObject(datasets) || !isObject(datasets.current)) return false;
  if (datasets.reference !== null && !isObject(datasets.reference)) return false;
  if ((time !== null && !isObject(time)) || !Array.isArray(findings) || !Array.isArray(sections)) return false;
  return sections.every(isSection) && new Set(sections.map(({ kind }) => kind)).size === sections.length;
}

function isSection(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { kind, result, checks, notes, failed } = value;
  if (typeof kind !== 'string' || !Object.hasOwn(sectionKinds, kind) || !Array.isArray(notes) || !Array.isArray(checks)) return false;
  if (!checks.every(isCheckResult)) return false;
  if (kind === 'drift' && isObject(result) && !(Array.isArray(result.columns) && isObject(result.summary))) return false;
  return failed === null ? isObject(result) : typeof failed === 'string' && result === null;
}

/** Whether a value has what is read of every check: its question, what it is about, the measurement and the verdict. */
function isCheckResult(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { check, measurement, verdict } = value;
  if (!isObject(check) || typeof check.id !== 'string' || !isObject(check.subject)) return false;
  return isObject(measurement) && isObject(verdict) && typeof verdict.outcome === 'string';
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

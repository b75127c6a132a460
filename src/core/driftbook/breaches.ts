import type { AskedResult } from '../check/askedResult.ts';
import type { DriftbookRun, RunCell } from './driftbookRun.ts';

/** From which severity on a broken check is a breach. */
export type BreachSeverity = 'warning' | 'critical';

/** Whether a broken check is an alarm: at or above a severity, and not muted. */
export function isBreach({ check, verdict, muted }: AskedResult, from: BreachSeverity = 'warning'): boolean {
  return (
    verdict.outcome === 'fail' && muted === null && (check.severity === 'critical' || (from === 'warning' && check.severity === 'warning'))
  );
}

/** What a run comes to: `error` where a cell could not be run, else `fail` where there is a breach. */
export function outcomeOfRun({ cells }: Pick<DriftbookRun, 'cells'>, from: BreachSeverity = 'warning'): RunCell['outcome'] {
  if (cells.some(({ outcome }) => outcome === 'error')) return 'error';
  if (cells.some(({ checks }) => checks.some((result) => isBreach(result, from)))) return 'fail';
  const told = cells.map(({ outcome }) => (outcome === 'fail' ? 'pass' : outcome));
  return (['pass', 'cannot_tell'] as const).find((outcome) => told.includes(outcome)) ?? 'not_applicable';
}

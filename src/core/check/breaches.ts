import type { DriftbookRun, RunCell } from '../driftbook/driftbookRun.ts';
import type { AskedResult } from './askedResult.ts';
import type { CheckResult } from './check.ts';
import type { CheckOutcome } from './verdict.ts';

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

/** From which severity on the exit code tells of breaches; `never`: it tells of none, and what came of a run is still said. */
export function breachesFrom(failOn: 'warning' | 'critical' | 'never' | undefined): BreachSeverity {
  return failOn === 'critical' ? 'critical' : 'warning';
}

/** What a cell comes to: the worst of its checks, of which those that are no breach count as kept. */
export function outcomeOfChecks(checks: readonly AskedResult[]): CheckOutcome {
  const counted = checks.map((result) => (result.verdict.outcome === 'fail' && !isBreach(result) ? 'pass' : result.verdict.outcome));
  return (['fail', 'pass', 'cannot_tell', 'not_applicable'] as const).find((outcome) => counted.includes(outcome)) ?? 'not_applicable';
}

/** A check of the product's own, among those that a driftbook asks: it has no limit that was written down. */
export function ownCheck(result: CheckResult): AskedResult {
  return { ...result, asked: null, limits: [], broken: null, muted: null, near: null, history: null };
}

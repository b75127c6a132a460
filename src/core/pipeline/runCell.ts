import { askedChecks } from '../check/askedChecks.ts';
import { outcomeOfChecks, ownCheck } from '../check/breaches.ts';
import { findingsOf } from '../check/findingsOf.ts';
import { measurementsOf } from '../check/measurementsOf.ts';
import { cellKinds, type DriftbookCell, kindOfCell } from '../driftbook/cells/registry.ts';
import type { DriftbookCheck } from '../driftbook/checkShape.ts';
import type { CellFailure, CellReason, PastRun, RunCell } from '../driftbook/driftbookRun.ts';
import type { Report } from '../report/report.ts';
import { sectionOf } from '../report/sectionOf.ts';

/** A cell of a driftbook with its place. */
export interface PlacedCell {
  readonly index: number;
  readonly cell: DriftbookCell;
}

/** What a cell is decided on: its report (by its place in the run), and the runs before, oldest first. */
export interface CellFacts {
  readonly report: Report;
  readonly position: number;
  readonly past: readonly PastRun[];
  /** Today, `2026-12-31`. */
  readonly today: string;
}

/** What a cell comes to on its report: its checks, or those of its sections where it has none. O(checks · measurements). */
export function runCell({ index, cell }: PlacedCell, { report, position, past, today }: CellFacts): RunCell {
  const kind = kindOfCell(cell);
  const { sections, measures } = cellKinds[kind];
  const shown = sections.flatMap((of) => sectionOf(report, of) ?? []);
  const all = measurementsOf(report);
  const asked = checksOfCell(cell);
  const checks =
    asked === null
      ? shown.flatMap((section) => section.checks.map(ownCheck))
      : askedChecks(asked, {
          measurements: all,
          past: past.map(({ measurements }) => measurements),
          cell: nameOfCell(cell) ?? String(index),
          today,
        });
  const failed = shown.length > 0 && shown.every((section) => section.failed !== null);
  const reason = failed ? 'failed' : shown.length === 0 ? 'no_section' : null;
  const findings = asked === null ? findingsOf({ ...report, sections: shown }) : [];
  return {
    ...unrunCell({ index, cell }, reason),
    outcome: failed ? 'error' : outcomeOfChecks(checks),
    failure: failed ? { code: null, details: {}, message: shown[0]!.failed! } : null,
    report: position,
    checks,
    measurements: all.filter(({ measure, subject }) => subject.chunk === null && (measures as readonly string[]).includes(measure)),
    findings,
  };
}

/** A cell that did not run, with why. */
export function unrunCell({ index, cell }: PlacedCell, reason: CellReason | null, failure: CellFailure | null = null): RunCell {
  return {
    index,
    kind: kindOfCell(cell),
    name: nameOfCell(cell),
    outcome: failure === null ? 'not_applicable' : 'error',
    reason,
    failure,
    report: null,
    checks: [],
    measurements: [],
    findings: [],
  };
}

/** What a cell is called, to be run by itself; null: it has no name. */
export function nameOfCell(cell: DriftbookCell): string | null {
  if ('name' in cell && cell.name !== undefined) return cell.name;
  return 'sql' in cell ? cell.sql.name : null;
}

/** The checks of a cell; null: it has none of its own. */
export function checksOfCell(cell: DriftbookCell): readonly DriftbookCheck[] | null {
  return 'checks' in cell && cell.checks !== undefined && cell.checks.length > 0 ? (cell.checks as readonly DriftbookCheck[]) : null;
}

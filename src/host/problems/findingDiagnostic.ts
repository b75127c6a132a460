import { DiagnosticSeverity, Location, l10n, Range, Uri } from 'vscode';
import type { Finding } from '../../core/check/finding.ts';
import type { Report } from '../../core/report/report.ts';
import type { MeasureLimit } from '../../core/spec/spec.ts';
import { commandUri } from '../window/commandUri.ts';
import { PlainDiagnostic } from '../window/plainDiagnostic.ts';

/** The parts of a measure's limit. */
export type BoundSide = keyof MeasureLimit;

export const diagnosticSource = 'Driftbook';

/**
 * What a finding weighs in Problems. Drift is a matter for the model, never a mistake in the file, so even an alert is a warning; what could
 * not be told is information.
 */
const severities: Readonly<Record<Finding['severity'], DiagnosticSeverity>> = {
  critical: DiagnosticSeverity.Warning,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** What a diagnostic points at in a kept report. */
export interface FindingPlace {
  readonly reportId: string;
  readonly column: string;
  /** Index of the first chunk concerned; null: the whole. */
  readonly chunk: number | null;
  /** Finding of the performance: code of the measure, null where it is about none (a slice, a group). Absent: it is about the column. */
  readonly measure?: string | null;
  /** Its cut-off, as the k of NDCG@k; null or absent: it has none. */
  readonly at?: number | null;
  /** Which bound of the measure failed; null or absent: none that could be moved. */
  readonly bound?: BoundSide | null;
}

/** What is said of a finding. */
export interface FindingWords {
  readonly message: string;
  readonly measureName: string | null;
}

/** Whether a finding is about how good predictions are, not about a column by itself. */
export function isPerformance({ code }: Pick<Finding, 'code'>): boolean {
  return code.startsWith('performance/');
}

/** What of a measure's limit a finding is a breach of. */
function boundOf({ code, value, limit, q }: Finding): BoundSide | null {
  if (code === 'performance/limit') return value !== null && limit !== null && value > limit ? 'max' : 'min';
  // A calibration error without a reference is held against a bound that is not a choice.
  return code === 'performance/drop' || (code === 'performance/calibration' && q !== null) ? 'maxDrop' : null;
}

/** A finding of a column in the Problems panel; carries its way back to the report. */
export class FindingDiagnostic extends PlainDiagnostic {
  readonly place: FindingPlace;
  /** What the report calls the measure it is about; null: it is about none. */
  readonly measureName: string | null;

  constructor(finding: Finding, report: Report, reportId: string, { message, measureName }: FindingWords, range: Range) {
    super(range, message, severities[finding.severity]);
    this.measureName = measureName;
    const index = finding.chunk === null ? -1 : (report.time?.chunks.findIndex(({ name }) => name === finding.chunk) ?? -1);
    const { measure = null, at = null } = finding.values ?? {};
    this.place = {
      reportId,
      column: finding.column,
      chunk: index < 0 ? null : index,
      ...(isPerformance(finding)
        ? { measure: typeof measure === 'string' ? measure : null, at: typeof at === 'number' ? at : null, bound: boundOf(finding) }
        : {}),
    };
    this.source = diagnosticSource;
    // The code is a way into the report: for binary files, which cannot be opened as text, the quick fix is out of reach.
    this.code = { value: finding.code, target: commandUri('driftbook.showInReport', this.place) };
    const { reference } = report.datasets;
    if (reference === null) return;
    const location = new Location(Uri.file(reference.files[0]?.path ?? reference.path), new Range(0, 0, 0, 0));
    this.relate(location, l10n.t('Compared with {0}', reference.label));
  }
}

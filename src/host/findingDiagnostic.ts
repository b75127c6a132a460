import { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Range, Uri } from 'vscode';
import type { Finding, Report } from '../core/report/report.ts';

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
}

/** A finding of a column in the Problems panel; carries its way back to the report. */
export class FindingDiagnostic extends Diagnostic {
  readonly place: FindingPlace;

  constructor(finding: Finding, report: Report, reportId: string, message: string, range: Range, reference: string) {
    super(range, message, severities[finding.severity]);
    const index = finding.chunk === null ? -1 : (report.time?.chunks.findIndex(({ name }) => name === finding.chunk) ?? -1);
    this.place = { reportId, column: finding.column, chunk: index < 0 ? null : index };
    this.source = diagnosticSource;
    const place = encodeURIComponent(JSON.stringify([this.place]));
    // The code is a way into the report: for binary files, which cannot be opened as text, the quick fix is out of reach.
    this.code = { value: finding.code, target: Uri.parse(`command:driftbook.showInReport?${place}`) };
    this.relatedInformation = [
      new DiagnosticRelatedInformation(
        new Location(Uri.file(report.reference.files[0]?.path ?? report.reference.path), new Range(0, 0, 0, 0)),
        reference,
      ),
    ];
  }
}

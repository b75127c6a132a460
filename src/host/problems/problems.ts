import { access } from 'node:fs/promises';
import { type Disposable, EventEmitter, env, Range, Uri } from 'vscode';
import type { Finding } from '../../core/check/finding.ts';
import { compareSeverity } from '../../core/check/findingSeverity.ts';
import type { Report } from '../../core/report/report.ts';
import { translate } from '../editorTranslate.ts';
import { watchFile } from '../panels/watchFile.ts';
import { openDiagnostics } from '../window/diagnostics.ts';
import { diagnosticSource, FindingDiagnostic, isPerformance } from './findingDiagnostic.ts';
import { headerRanges } from './headerRanges.ts';

/** The findings of one run, as they stand in Problems. */
export interface RunFindings {
  readonly file: Uri;
  readonly diagnostics: readonly FindingDiagnostic[];
}

/** Findings that stand together: those of one column, the worst first. Each finding of the performance stands by itself, as it has a limit of its own. */
function together(findings: readonly Finding[]): Finding[][] {
  const columns = new Map<string, Finding[]>();
  const ofColumns = findings.filter((finding) => !isPerformance(finding));
  for (const finding of ofColumns) {
    const others = columns.get(finding.column);
    if (others) others.push(finding);
    else columns.set(finding.column, [finding]);
  }
  for (const list of columns.values()) list.sort((a, b) => compareSeverity(b.severity, a.severity));
  return [...findings.filter(isPerformance).map((finding) => [finding]), ...columns.values()];
}

/** The findings of the last run of each pair in the Problems panel, on the current file: one per column, and one per finding of the performance. */
export class Problems {
  readonly #collection = openDiagnostics('driftbook');
  readonly #runs = new Map<string, RunFindings>();
  readonly #watchers = new Map<string, Disposable>();
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  /** Findings that stand in Problems now. */
  get count(): number {
    return [...this.#runs.values()].reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  }

  /** Puts the findings of a report in place of those of the earlier run of its pair. */
  async set(key: string, reportId: string, report: Report): Promise<void> {
    const path = report.datasets.current.files[0]?.path ?? report.datasets.current.path;
    const columns = [...new Set(report.findings.map(({ column }) => column))];
    const [ranges, { findingText, measureOfFinding }] = await Promise.all([headerRanges(path, columns), import('../../app/outputs.ts')]);
    const start = new Range(0, 0, 0, 0);
    const diagnostics = together(report.findings).map((findings) => {
      const message = findings.map((finding) => findingText(finding, report, translate, env.language)).join('\n');
      const worst = findings[0]!;
      const words = { message, measureName: measureOfFinding(worst, translate, env.language) };
      return new FindingDiagnostic(worst, report, reportId, words, ranges.get(worst.column) ?? start);
    });
    this.put(key, { file: Uri.file(path), diagnostics });
  }

  /** Puts findings back that were dropped. */
  put(key: string, findings: RunFindings): void {
    this.drop(key);
    this.#runs.set(key, findings);
    this.#publish(findings.file);
  }

  /** Takes the findings of a run out and returns them. */
  drop(key: string): RunFindings | null {
    const findings = this.#runs.get(key);
    if (!findings) return null;
    this.#runs.delete(key);
    this.#publish(findings.file);
    return findings;
  }

  /** Takes the findings of one report out, those of one of its columns only when it is named. */
  dropReport(reportId: string, column?: string): void {
    for (const [key, { file, diagnostics }] of [...this.#runs]) {
      const left = diagnostics.filter(({ place }) => place.reportId !== reportId || (column !== undefined && place.column !== column));
      if (left.length === diagnostics.length) continue;
      if (left.length > 0) this.put(key, { file, diagnostics: left });
      else this.drop(key);
    }
  }

  clear(): void {
    for (const key of [...this.#runs.keys()]) this.drop(key);
  }

  dispose(): void {
    this.clear();
    this.#collection.dispose();
    this.#changed.dispose();
  }

  #publish(file: Uri): void {
    const ofFile = [...this.#runs.values()].filter((run) => run.file.fsPath === file.fsPath);
    this.#collection.set(
      file,
      ofFile.flatMap((run) => run.diagnostics),
    );
    if (ofFile.length > 0) this.#watch(file);
    else {
      this.#watchers.get(file.fsPath)?.dispose();
      this.#watchers.delete(file.fsPath);
    }
    this.#changed.fire();
  }

  #watch(file: Uri): void {
    if (this.#watchers.has(file.fsPath)) return;
    const look = async (): Promise<void> => {
      // A file that is written anew goes away for a moment only.
      const gone = await access(file.fsPath).then(
        () => false,
        () => true,
      );
      if (!gone) return;
      for (const [key, run] of [...this.#runs]) if (run.file.fsPath === file.fsPath) this.drop(key);
    };
    this.#watchers.set(
      file.fsPath,
      watchFile(file.fsPath, () => void look()),
    );
  }
}

/** Whether a diagnostic is one of ours. */
export function isFinding(diagnostic: { source?: string | undefined }): diagnostic is FindingDiagnostic {
  return diagnostic instanceof FindingDiagnostic && diagnostic.source === diagnosticSource;
}

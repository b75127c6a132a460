import { Diagnostic, DiagnosticRelatedInformation, type DiagnosticSeverity, type Location, type Range } from 'vscode';
import { plainSentence } from './plainSentence.ts';

/** An entry of Problems whose texts are plain. */
export class PlainDiagnostic extends Diagnostic {
  constructor(range: Range, message: string, severity: DiagnosticSeverity) {
    super(range, plainSentence(message), severity);
  }

  /** Points at another place that has to do with it. */
  relate(location: Location, message: string): void {
    this.relatedInformation = [new DiagnosticRelatedInformation(location, plainSentence(message))];
  }
}

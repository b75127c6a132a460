import { type Disposable, languages, type Uri } from 'vscode';
import type { PlainDiagnostic } from './plainDiagnostic.ts';

/** Entries of Problems by file. */
export interface Diagnostics extends Disposable {
  /** Puts the entries of a file in place of its earlier ones. */
  set(file: Uri, entries: readonly PlainDiagnostic[]): void;
}

/** Opens a place in Problems. */
export function openDiagnostics(name: string): Diagnostics {
  return languages.createDiagnosticCollection(name);
}

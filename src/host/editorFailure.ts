import { l10n, workspace } from 'vscode';
import type { DataErrorCode, DataErrorDetails } from '../core/data/dataError.ts';
import { translate } from './editorTranslate.ts';

function isDataFailure(error: unknown): error is { code: DataErrorCode; details: DataErrorDetails } {
  const { code, details } = (error ?? {}) as { code?: unknown; details?: unknown };
  return typeof code === 'string' && typeof details === 'object' && details !== null;
}

/** What is wrong with the data, in words, with file and way out; null when it is not the data's fault. */
export async function dataFailureText(error: unknown): Promise<string | null> {
  if (!isDataFailure(error)) return null;
  const { errorText } = await import('../app/outputs.ts');
  const { file, files } = error.details;
  // Paths as the Explorer shows them.
  const details = {
    ...error.details,
    ...(file === undefined ? {} : { file: workspace.asRelativePath(file) }),
    ...(files === undefined ? {} : { files: files.map((path) => workspace.asRelativePath(path)) }),
  };
  return errorText({ code: error.code, details }, translate);
}

/** What went wrong, in words: the reader's reason with file and way out, or what the program said. */
export async function editorFailure(error: unknown): Promise<string> {
  const data = await dataFailureText(error);
  if (data !== null) return data;
  const reason = error instanceof Error ? error.message : String(error);
  return l10n.t('The comparison stopped for a reason that is not in the data: {0}', reason.split('\n')[0] ?? '');
}

/** Whether work ended because it was told to. */
export function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

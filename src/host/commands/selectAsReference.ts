import type { Uri } from 'vscode';
import type { ReferenceMark } from '../runs/referenceMark.ts';
import { activeFile } from '../window/activeFile.ts';
import { comparablePath } from './dataFileUri.ts';

/** Remembers a file as the reference of the next comparisons. */
export async function selectAsReference(mark: ReferenceMark, clicked: Uri | undefined): Promise<void> {
  const uri = clicked ?? activeFile();
  const path = uri ? comparablePath(uri) : null;
  if (path !== null) await mark.set(path);
}

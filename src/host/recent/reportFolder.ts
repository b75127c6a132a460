import { type ExtensionContext, Uri } from 'vscode';

/** Where reports are kept: with the workspace, or for all when no folder is open. */
export function reportFolder(context: ExtensionContext): string {
  return Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'reports').fsPath;
}

import { commands, env, l10n, UIKind, Uri, workspace } from 'vscode';
import { writeFileWhole } from '../../app/writeFileWhole.ts';
import { askTarget } from '../window/askFile.ts';
import type { Log } from '../window/log.ts';
import { tellError, tellInformation } from '../window/tell.ts';

export interface SaveRequest {
  readonly title: string;
  /** Path that is offered. */
  readonly path: string;
  readonly suffix: string;
  /** Made once it is known that there is somewhere to write it to. */
  readonly content: (target: Uri) => Promise<string | Uint8Array>;
}

async function write(target: Uri, content: string | Uint8Array): Promise<void> {
  if (target.scheme === 'file') await writeFileWhole(target.fsPath, content, { makeFolder: true });
  else await workspace.fs.writeFile(target, typeof content === 'string' ? new TextEncoder().encode(content) : content);
}

/** Shows a saved file: a page in the browser where the browser can reach it, else in the editor. */
async function open(target: Uri, suffix: string): Promise<void> {
  if (suffix === 'html' && env.uiKind === UIKind.Desktop && env.remoteName === undefined) await env.openExternal(target);
  else await commands.executeCommand('vscode.open', target);
}

/** Asks where to and writes a file there; a failure is told, with its reason. */
export async function saveAs({ title, path, suffix, content }: SaveRequest, log: Log): Promise<void> {
  const target = await askTarget(title, {
    defaultUri: Uri.file(path),
    filters: { [suffix.toUpperCase()]: [suffix] },
  });
  if (!target) return;
  try {
    await write(target, await content(target));
  } catch (error) {
    log.error(error);
    const reason = error instanceof Error ? error.message : String(error);
    void tellError(l10n.t('{0} could not be written: {1}', target.fsPath, reason));
    return;
  }
  const answer = l10n.t('Open');
  void tellInformation(l10n.t('Saved {0}', target.fsPath), answer).then((chosen) => {
    if (chosen === answer) void open(target, suffix);
  });
}

import { basename, dirname } from 'node:path';
import { Disposable, RelativePattern, Uri, workspace } from 'vscode';

/** Calls `listener` when a file, in the workspace or outside, is made, written or deleted; several events in a row count once. */
export function watchFile(path: string, listener: () => void, delay = 300): Disposable {
  const pattern = new RelativePattern(Uri.file(dirname(path)), basename(path).replace(/[*?[\]{}]/g, '[$&]'));
  const watcher = workspace.createFileSystemWatcher(pattern);
  let timer: NodeJS.Timeout | undefined;
  const event = (): void => {
    clearTimeout(timer);
    timer = setTimeout(listener, delay);
  };
  watcher.onDidCreate(event);
  watcher.onDidChange(event);
  watcher.onDidDelete(event);
  return new Disposable(() => {
    clearTimeout(timer);
    watcher.dispose();
  });
}

import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where a folder opens its reader to attack: its settings, and names and values of its files, each of which says a link that runs something. */
export interface HostileWorkspace {
  fill(workspace: string): Promise<void>;
  /** What was run by a click: files that the commands of the links would have made. */
  ran(): Promise<string[]>;
}

/** What every link leads to: commands of the editor, and an address. */
export const hostileTarget = /workbench\.action\.(terminal\.new|files\.newUntitledFile)|example\.invalid/;

/** Names of files. */
export const hostileFiles = {
  train: 'train.csv',
  /** No column in common with the others. */
  other: 'other.csv',
  now: '',
  icon: '$(trash)[mark](command:workbench.action.files.newUntitledFile).csv',
  folder: '[folder](command:workbench.action.files.newUntitledFile)',
  inFolder: 'inner.csv',
  predictions: 'predictions.csv',
};

/** Words of the links. */
export const hostileLabels = ['the documentation', 'here', 'Show how to fix this', 'v2', 'mark', 'folder', 'column', 'category', 'yes'];

const short = 'command:workbench.action.files.newUntitledFile';

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\n');
}

/** Rows of a table whose values have moved on one side. */
function rows(header: readonly string[], moved: boolean): string {
  const value = (i: number): string => (((i * 7919) % 400) / 100 + (moved ? 3 : 0)).toFixed(2);
  const plan = (i: number): string => (moved && i % 2 ? `[category](${short})` : 'ab'[i % 2]!);
  return csv([header, ...Array.from({ length: 400 }, (_, i) => [i, value(i), plan(i)])]);
}

/** A workspace whose links write into `folder` when they are clicked. */
export function hostileWorkspace(): HostileWorkspace {
  let marks = '';
  /** A link that runs a shell, as it was shown to work in a trusted window. */
  const link = (label: string, mark: string): string =>
    `[${label}](command:workbench.action.terminal.new?${JSON.stringify({ config: { executable: '/bin/sh', args: ['-c', `id>${marks}/${mark}`] } })})`;
  return {
    async fill(workspace) {
      marks = join(dirname(workspace), 'm');
      await mkdir(marks, { recursive: true });
      const column = link('column', 'column');
      hostileFiles.now = `now-${link('v2', 'file').replaceAll('/', '%2F')}.csv`;
      const write = (name: string, text: string): Promise<void> => writeFile(join(workspace, name), text);
      await write(hostileFiles.train, rows(['id', column, 'plan'], false));
      await write(hostileFiles.now, rows(['id', column, 'plan'], true));
      await write(hostileFiles.other, rows(['zz', link('Show how to fix this', 'header'), '[here](https://example.invalid/x)'], false));
      await write(hostileFiles.icon, rows(['id', column, 'plan'], true));
      await mkdir(join(workspace, hostileFiles.folder));
      await write(join(hostileFiles.folder, hostileFiles.inFolder), rows(['id', column, 'plan'], true));
      const labels = [`[yes](${short})`, `[yes](${short})!`];
      const predicted = Array.from({ length: 400 }, (_, i) => [i, labels[i % 2]!, labels[i % 7 === 0 ? (i + 1) % 2 : i % 2]!, i % 5]);
      await write(hostileFiles.predictions, csv([['id', 'y_true', 'y_pred', column], ...predicted]));
      await mkdir(join(workspace, '.vscode'));
      await write(
        '.vscode/settings.json',
        JSON.stringify({
          'driftbook.fileSuffixes': { see: link('the documentation', 'settings'), b: `[here](${short})` },
          'driftbook.measureLimits': { [`[here](${short})`]: 1, f1: '[here](https://example.invalid/x)' },
          'driftbook.threads': 256,
          'driftbook.memoryLimitMb': 1_048_576,
          'driftbook.cacheLimitMb': 1_048_576,
        }),
      );
    },
    ran: () => readdir(marks),
  };
}

import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { l10n, type QuickPickItem, ThemeIcon, Uri, window, workspace } from 'vscode';
import { dataSuffixes, isDataFile } from '../dataFiles.ts';
import { fileName } from '../fileName.ts';
import { suffixesFromSettings } from '../settings.ts';

const offered = 500;

interface FileItem extends QuickPickItem {
  readonly path?: string;
}

/** Data files of the workspace and of the folder of `near`, for offering. */
async function dataFiles(near: string | null): Promise<string[]> {
  const own = Object.keys(suffixesFromSettings());
  const texts = ['csv', 'tsv', 'jsonl', ...own.map((suffix) => suffix.slice(1))];
  const suffixes = [...dataSuffixes, ...texts.slice(3), ...texts.flatMap((suffix) => [`${suffix}.gz`, `${suffix}.zst`])];
  const found = await workspace.findFiles(`**/*.{${suffixes.join(',')}}`, '**/{node_modules,.git,.venv}/**', offered);
  const paths = new Set(found.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath));
  if (near !== null) {
    const folder = dirname(near);
    for (const name of await readdir(folder).catch(() => [])) if (isDataFile(name, own)) paths.add(join(folder, name));
  }
  return [...paths];
}

async function browse(title: string): Promise<string | undefined> {
  const chosen = await window.showOpenDialog({
    title,
    openLabel: l10n.t('Compare'),
    filters: {
      [l10n.t('Data files')]: [...dataSuffixes, ...Object.keys(suffixesFromSettings()).map((suffix) => suffix.slice(1)), 'gz', 'zst'],
      [l10n.t('All files')]: ['*'],
    },
  });
  return chosen?.[0]?.fsPath;
}

export interface DatasetQuestion {
  readonly title: string;
  readonly placeholder: string;
  /** The file that is already chosen: its folder is looked into. */
  readonly near: string | null;
  /** Puts the files that are offered in order, most likely first, and leaves out what makes no sense. */
  readonly order: (paths: readonly string[]) => readonly string[];
}

/** Asks for a data file: the likely ones first, then any on disk. Undefined when the question is dismissed. */
export async function pickDataset({ title, placeholder, near, order }: DatasetQuestion): Promise<string | undefined> {
  const paths = order(await dataFiles(near));
  if (paths.length === 0) return browse(title);
  const files: FileItem[] = paths.map((path) => ({
    label: fileName(path),
    description: dirname(workspace.asRelativePath(Uri.file(path))).replace(/^\.$/, ''),
    iconPath: ThemeIcon.File,
    path,
  }));
  const other: FileItem = { label: l10n.t('Browse…'), alwaysShow: true, iconPath: new ThemeIcon('folder-opened') };
  const chosen = await window.showQuickPick([...files, other], { title, placeHolder: placeholder, matchOnDescription: true });
  if (!chosen) return undefined;
  return chosen.path ?? browse(title);
}

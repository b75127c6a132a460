import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { l10n, ThemeIcon, Uri, workspace } from 'vscode';
import { fileName } from '../fileName.ts';
import { dataSuffixes, isDataFile, packedSuffixes } from '../questions/dataFiles.ts';
import { suffixesFromSettings } from '../settings/settings.ts';
import { askFile } from '../window/askFile.ts';
import { type Choice, pickOne } from '../window/pickOne.ts';

const offered = 500;

interface FileItem extends Choice {
  /** Null: no file; undefined: another one is looked for on disk. */
  readonly path?: string | null;
}

/** Data files of the workspace and of the folder of `near`, for offering. */
async function dataFiles(near: string | null): Promise<string[]> {
  const own = Object.keys(suffixesFromSettings());
  const named = own.map((suffix) => suffix.slice(1));
  const packed = [...packedSuffixes, ...named].flatMap((suffix) => [`${suffix}.gz`, `${suffix}.zst`]);
  const suffixes = [...dataSuffixes, ...named, ...packed];
  const found = await workspace.findFiles(`**/*.{${suffixes.join(',')}}`, '**/{node_modules,.git,.venv}/**', offered);
  const paths = new Set(found.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath));
  if (near !== null) {
    const folder = dirname(near);
    for (const name of await readdir(folder).catch(() => [])) if (isDataFile(name, own)) paths.add(join(folder, name));
  }
  return [...paths];
}

async function browse(title: string): Promise<string | undefined> {
  const chosen = await askFile(title, {
    openLabel: l10n.t('Compare'),
    filters: {
      [l10n.t('Data files')]: [...dataSuffixes, ...Object.keys(suffixesFromSettings()).map((suffix) => suffix.slice(1)), 'gz', 'zst'],
      [l10n.t('All files')]: ['*'],
    },
  });
  return chosen?.fsPath;
}

export interface DatasetQuestion {
  readonly title: string;
  readonly placeholder: string;
  /** The file that is already chosen: its folder is looked into. */
  readonly near: string | null;
  /** Puts the files that are offered in order, most likely first, and leaves out what makes no sense. */
  readonly order: (paths: readonly string[]) => readonly string[];
}

function fileItem(path: string): FileItem {
  const description = dirname(workspace.asRelativePath(Uri.file(path))).replace(/^\.$/, '');
  return { label: fileName(path), description, icon: ThemeIcon.File, path };
}

/** Asks for a data file: the likely ones first, then any on disk. Undefined when the question is dismissed. */
export async function pickDataset(question: DatasetQuestion): Promise<string | undefined> {
  return (await pick(question, [])) ?? undefined;
}

export interface OptionalDatasetQuestion extends DatasetQuestion {
  /** What the choice of no file is called. */
  readonly none: string;
  /** The drift reference, where one is set. */
  readonly marked: string | undefined;
}

/** As `pickDataset`, but no file at all can be chosen, which gives null; the drift reference is offered next. */
export function pickDatasetOrNone({ none, marked, ...question }: OptionalDatasetQuestion): Promise<string | null | undefined> {
  const first: FileItem[] = [{ label: none, icon: new ThemeIcon('circle-slash'), path: null }];
  if (marked !== undefined) first.push({ ...fileItem(marked), description: l10n.t('drift reference'), icon: new ThemeIcon('target') });
  return pick({ ...question, order: (paths) => question.order(paths).filter((path) => path !== marked) }, first);
}

async function pick({ title, placeholder, near, order }: DatasetQuestion, first: readonly FileItem[]): Promise<string | null | undefined> {
  const paths = order(await dataFiles(near));
  if (paths.length + first.length === 0) return browse(title);
  const files = [...first, ...paths.map(fileItem)];
  const other: FileItem = { label: l10n.t('Browse…'), always: true, icon: new ThemeIcon('folder-opened') };
  const chosen = await pickOne([...files, other], { title, placeholder, matchAll: true });
  if (!chosen) return undefined;
  return chosen.path === undefined ? browse(title) : chosen.path;
}

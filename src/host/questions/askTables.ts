import { l10n, ThemeIcon } from 'vscode';
import type { Pair } from '../../app/filePair.ts';
import { addressOf } from '../../core/spec/addressOf.ts';
import { datasetOf } from '../../core/spec/datasetOf.ts';
import { holdsTables } from '../../core/spec/holdsTables.ts';
import type { AskedDataset } from '../../core/spec/layers.ts';
import { fileName } from '../fileName.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import { suffixesFromSettings } from '../settings/settings.ts';
import { pickOne } from '../window/pickOne.ts';

/** A pair with one table of each database in it, asked for where it has several. Null when a question is dismissed. */
export async function askTables(comparisons: Comparisons, pair: Pair): Promise<Pair | null> {
  const reference =
    pair.reference === null
      ? null
      : await askTable(comparisons, pair.reference, l10n.t('Reference: Table of {0}', fileName(pair.reference)));
  if (reference === undefined) return null;
  const current = await askTable(comparisons, pair.current, l10n.t('Current: Table of {0}', fileName(pair.current)));
  return current === undefined ? null : { ...pair, reference, current };
}

/** The address of a dataset; undefined when the question is dismissed. */
async function askTable(comparisons: Comparisons, path: AskedDataset, title: string): Promise<AskedDataset | undefined> {
  if (typeof path !== 'string') return path;
  const suffixes = suffixesFromSettings();
  if (!holdsTables(path, suffixes) || 'database' in datasetOf(path, suffixes)) return path;
  // Whoever opens the file says what is wrong with it.
  const tables = await comparisons.tables(path).catch(() => []);
  if (tables.length < 2) return path;
  const choices = tables.map((table) => ({ label: table, icon: new ThemeIcon('table') }));
  const chosen = await pickOne(choices, { title, placeholder: l10n.t('A table or view') });
  return chosen && addressOf({ database: path, table: chosen.label });
}

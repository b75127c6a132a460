import type { CancelSignal } from '../../../data/cancelSignal.ts';
import type { Table } from '../../../data/table.ts';

/** A column that describes items: its value by position, NaN for none. */
export interface ItemFeature {
  readonly kind: 'number' | 'category';
  readonly ofItem: Float64Array;
}

/** A table with the position of the item of each row, −1 for none. */
interface IndexedTable {
  readonly table: Table;
  readonly index: Int32Array;
}

/**
 * Columns that say something of items: those in which all rows of an item have the same value (or none) within each table. Where tables
 * differ the first one counts. One pass for each column. O(rows × columns).
 */
export async function itemFeatures(
  sides: readonly IndexedTable[],
  names: readonly string[],
  { items, mostValues, signal }: { readonly items: number; readonly mostValues: number; readonly signal: CancelSignal },
): Promise<ItemFeature[]> {
  const features: ItemFeature[] = [];
  for (const name of names) {
    const kind = sides[0]!.table.info.columns.find((column) => column.name === name)?.kind === 'number' ? 'number' : 'category';
    const codes = new Map<string, number>();
    const found: (Float64Array | null)[] = [];
    for (const side of sides) {
      found.push(await valueOfItems(side, name, kind, items, codes, mostValues, signal));
      if (found.at(-1) === null) break;
    }
    const [first, second] = found;
    if (!first || second === null) continue;
    const ofItem = second === undefined ? first : first.map((value, i) => (Number.isNaN(value) ? second[i]! : value));
    const known = new Set(ofItem);
    known.delete(Number.NaN);
    if (known.size > 1) features.push({ kind, ofItem });
  }
  return features;
}

/** Value of each item; null when an item has two. */
async function valueOfItems(
  { table, index }: IndexedTable,
  name: string,
  kind: ItemFeature['kind'],
  items: number,
  codes: Map<string, number>,
  mostValues: number,
  signal: CancelSignal,
): Promise<Float64Array | null> {
  const ofItem = new Float64Array(items).fill(Number.NaN);
  let single = true;
  const take = (row: number, value: number): void => {
    const item = index[row]!;
    if (item < 0 || !Number.isFinite(value)) return;
    if (Number.isNaN(ofItem[item])) ofItem[item] = value;
    else if (ofItem[item] !== value) single = false;
  };
  if (kind === 'number') {
    let at = 0;
    await table.readNumbers(
      [name],
      {},
      (batch) => {
        for (let i = 0; i < batch.length; i++) take(at++, batch.values[0]![i]!);
      },
      signal,
    );
  } else {
    const [coded] = await table.readCodes([name], mostValues, signal);
    const position = coded!.values.map((value) => {
      const code = codes.get(value) ?? codes.size;
      codes.set(value, code);
      return code;
    });
    for (let row = 0; row < coded!.codes.length; row++) take(row, coded!.codes[row]! < 0 ? Number.NaN : position[coded!.codes[row]!]!);
  }
  return single ? ofItem : null;
}

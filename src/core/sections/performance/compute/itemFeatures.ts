import { bytesOf } from '../../../read/columnBudget.ts';
import type { ColumnReader } from '../../../read/columnReader.ts';

/** A column that describes items: its value by position, NaN for none. */
export interface ItemFeature {
  readonly kind: 'number' | 'category';
  readonly ofItem: Float64Array;
}

/** A dataset with the position of the item of each row, −1 for none. */
interface IndexedRows {
  readonly reader: ColumnReader;
  readonly index: Int32Array;
}

/** How many items there are, and how many values of a column are told apart. */
interface ItemCounts {
  readonly items: number;
  readonly mostValues: number;
}

/** A column that is looked at; `codes` numbers its categories, over both datasets. */
interface Candidate {
  readonly name: string;
  readonly kind: ItemFeature['kind'];
  readonly codes: Map<string, number>;
}

/**
 * Columns that say something of items: those in which all rows of an item have the same value (or none) within each dataset. Where datasets
 * differ the first one counts. One pass for each column. O(rows × columns).
 */
export async function itemFeatures(sides: readonly IndexedRows[], names: readonly string[], counts: ItemCounts): Promise<ItemFeature[]> {
  const features: ItemFeature[] = [];
  for (const name of names) {
    const kind = sides[0]!.reader.info.columns.find((column) => column.name === name)?.kind === 'number' ? 'number' : 'category';
    const candidate: Candidate = { name, kind, codes: new Map() };
    const found: (Float64Array | null)[] = [];
    for (const side of sides) {
      found.push(await valueOfItems(side, candidate, counts));
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
  { reader, index }: IndexedRows,
  { name, kind, codes }: Candidate,
  { items, mostValues }: ItemCounts,
): Promise<Float64Array | null> {
  const ofItem = new Float64Array(items).fill(Number.NaN);
  let single = true;
  const take = (value: number, row: number): void => {
    const item = index[row]!;
    if (item < 0 || !Number.isFinite(value)) return;
    if (Number.isNaN(ofItem[item])) ofItem[item] = value;
    else if (ofItem[item] !== value) single = false;
  };
  if (kind === 'number') {
    await reader.eachNumber(name, take);
  } else {
    const [coded] = await reader.codes([name], mostValues);
    const position = coded!.values.map((value) => {
      const code = codes.get(value) ?? codes.size;
      codes.set(value, code);
      return code;
    });
    for (let row = 0; row < coded!.codes.length; row++) take(coded!.codes[row]! < 0 ? Number.NaN : position[coded!.codes[row]!]!, row);
    reader.budget.release(bytesOf([coded!.codes]));
  }
  return single ? ofItem : null;
}

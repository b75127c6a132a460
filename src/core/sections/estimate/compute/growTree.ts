/** A regression tree over coded features, its nodes in arrays; node 0 is the root. */
export interface Tree {
  /** Feature to look at; −1 at a leaf. */
  readonly feature: Int32Array;
  /** Codes up to this one go left. */
  readonly split: Uint8Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** What a leaf adds. */
  readonly value: Float64Array;
}

export interface TreeOptions {
  readonly leaves: number;
  readonly depth: number;
  readonly rowsPerLeaf: number;
  /** Rows of value 0 that each leaf is mixed with. */
  readonly shrink: number;
}

/** Codes row after row, `width` per row, and the residual of each row. */
export interface ResidualRows {
  readonly coded: Uint8Array;
  readonly width: number;
  readonly residuals: Float64Array;
}

/** Sum and number of residuals per feature and code. */
interface Histogram {
  readonly sums: Float64Array;
  readonly counts: Int32Array;
}

interface Leaf {
  readonly node: number;
  readonly depth: number;
  /** Rows order[from … to − 1]. */
  readonly from: number;
  readonly to: number;
  readonly sum: number;
  readonly histogram: Histogram;
  readonly best: { readonly gain: number; readonly feature: number; readonly split: number } | null;
}

const codes = 256;

function countRows({ coded, width, residuals }: ResidualRows, order: Uint32Array, from: number, to: number): Histogram {
  const sums = new Float64Array(width * codes);
  const counts = new Int32Array(width * codes);
  for (let i = from; i < to; i++) {
    const row = order[i]!;
    const residual = residuals[row]!;
    const start = row * width;
    for (let f = 0; f < width; f++) {
      const at = f * codes + coded[start + f]!;
      sums[at]! += residual;
      counts[at]!++;
    }
  }
  return { sums, counts };
}

/** What is left of a histogram when a part of its rows is taken out; the arrays of the whole are used again. */
function without(whole: Histogram, part: Histogram): Histogram {
  for (let i = 0; i < whole.counts.length; i++) {
    whole.sums[i]! -= part.sums[i]!;
    whole.counts[i]! -= part.counts[i]!;
  }
  return whole;
}

function bestSplit({ sums, counts }: Histogram, width: number, rows: number, sum: number, options: TreeOptions): Leaf['best'] {
  const { rowsPerLeaf, shrink } = options;
  const before = (sum * sum) / (rows + shrink);
  let best: Leaf['best'] = null;
  for (let f = 0; f < width; f++) {
    let left = 0;
    let leftRows = 0;
    for (let code = 0; code < codes - 1; code++) {
      const count = counts[f * codes + code]!;
      if (count === 0) continue;
      left += sums[f * codes + code]!;
      leftRows += count;
      const rightRows = rows - leftRows;
      if (rightRows < rowsPerLeaf) break;
      if (leftRows < rowsPerLeaf) continue;
      const right = sum - left;
      const gain = (left * left) / (leftRows + shrink) + (right * right) / (rightRows + shrink) - before;
      if (gain > (best?.gain ?? 1e-12 * Math.abs(before))) best = { gain, feature: f, split: code };
    }
  }
  return best;
}

/**
 * Grows one regression tree on residuals, always splitting the leaf that gains most (leaf-wise). Gains are added to `importance` per feature.
 *
 * @param order the rows to grow on; reordered in place.
 * O(rows · width · depth): the smaller child is counted, the larger one is what is left.
 *
 * Source: histogram-based gradient boosting as in LightGBM (Ke et al., 2017).
 */
export function growTree(rows: ResidualRows, order: Uint32Array, options: TreeOptions, importance: Float64Array): Tree {
  const { coded, width, residuals } = rows;
  const feature = new Int32Array(2 * options.leaves).fill(-1);
  const split = new Uint8Array(2 * options.leaves);
  const left = new Int32Array(2 * options.leaves);
  const right = new Int32Array(2 * options.leaves);
  const value = new Float64Array(2 * options.leaves);
  const held = new Uint32Array(order.length);
  let nodes = 1;
  const leafOf = (part: Omit<Leaf, 'best'>): Leaf => {
    const { node, depth, from, to, sum, histogram } = part;
    value[node] = sum / (to - from + options.shrink);
    const splits = depth < options.depth && to - from >= 2 * options.rowsPerLeaf;
    return { ...part, best: splits ? bestSplit(histogram, width, to - from, sum, options) : null };
  };
  const total = order.reduce((sum, row) => sum + residuals[row]!, 0);
  const all = { from: 0, to: order.length, sum: total, histogram: countRows(rows, order, 0, order.length) };
  const open = [leafOf({ node: 0, depth: 0, ...all })];
  for (let leaves = 1; leaves < options.leaves; leaves++) {
    let chosen = -1;
    for (let i = 0; i < open.length; i++) {
      if (open[i]!.best && (chosen < 0 || open[i]!.best!.gain > open[chosen]!.best!.gain)) chosen = i;
    }
    if (chosen < 0) break;
    const { node, depth, from, to, sum, histogram, best } = open[chosen]!;
    importance[best!.feature]! += best!.gain;
    // Stable partition: left rows keep their place at the front, right ones are held and put behind.
    let at = from;
    let behind = 0;
    let leftSum = 0;
    for (let i = from; i < to; i++) {
      const row = order[i]!;
      if (coded[row * width + best!.feature]! <= best!.split) {
        order[at++] = row;
        leftSum += residuals[row]!;
      } else held[behind++] = row;
    }
    order.set(held.subarray(0, behind), at);
    const leftIsSmaller = at - from <= to - at;
    const small = leftIsSmaller ? countRows(rows, order, from, at) : countRows(rows, order, at, to);
    const large = without(histogram, small);
    feature[node] = best!.feature;
    split[node] = best!.split;
    left[node] = nodes++;
    right[node] = nodes++;
    open[chosen] = leafOf({ depth: depth + 1, node: left[node]!, from, to: at, sum: leftSum, histogram: leftIsSmaller ? small : large });
    open.push(leafOf({ depth: depth + 1, node: right[node]!, from: at, to, sum: sum - leftSum, histogram: leftIsSmaller ? large : small }));
  }
  return {
    feature: feature.slice(0, nodes),
    split: split.slice(0, nodes),
    left: left.slice(0, nodes),
    right: right.slice(0, nodes),
    value: value.slice(0, nodes),
  };
}

/** What a tree says of the row whose codes start at `start`. */
export function treeValue(tree: Tree, coded: Uint8Array, start: number): number {
  let node = 0;
  for (let f = tree.feature[0]!; f >= 0; f = tree.feature[node]!) {
    node = coded[start + f]! <= tree.split[node]! ? tree.left[node]! : tree.right[node]!;
  }
  return tree.value[node]!;
}

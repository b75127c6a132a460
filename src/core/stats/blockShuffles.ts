import { mulberry32 } from './mulberry32.ts';

/** Drawn shuffles of a number of blocks: which blocks stand on one side, permutation after permutation. */
export interface BlockShuffles {
  /** Blocks on the drawn side. */
  readonly size: number;
  /** Makes sure that `count` permutations are drawn and returns them: permutation k is picks[k · size … (k + 1) · size). */
  draw(count: number): Uint32Array;
  /** The same permutations as bits: byte g of permutation k, at k · ⌈blocks / 8⌉ + g, says which of the blocks 8 g … 8 g + 7 are on the drawn side. */
  masks(count: number): Uint8Array;
}

/** Shuffles kept for further columns, in picks (4 bytes each): days are the same for every column of a comparison. */
const mostKeptPicks = 8_000_000;
const kept = new Map<string, { readonly shuffles: BlockShuffles; picks: () => number }>();

/**
 * Fisher-Yates shuffles (from the last place down, j = ⌊u (i + 1)⌋) of the original order, drawn from one continuing mulberry32 stream: places `from … to`
 * of each. The result depends on the arguments alone; the draws are kept, because every column of a comparison asks for the same ones.
 * O(permutations · blocks) for the first caller.
 */
export function blockShuffles(blocks: number, from: number, to: number, seed: number): BlockShuffles {
  const name = `${blocks}/${from}/${to}/${seed}`;
  const known = kept.get(name);
  if (known) {
    kept.delete(name);
    kept.set(name, known);
    return known.shuffles;
  }
  const size = to - from;
  const next = mulberry32(seed);
  const order = new Uint32Array(blocks);
  const identity = Uint32Array.from({ length: blocks }, (_, i) => i);
  let picks = new Uint32Array(0);
  let drawn = 0;
  const bytes = Math.ceil(blocks / 8);
  let masks = new Uint8Array(0);
  let masked = 0;
  // The shuffle settles the last places first: when only they are asked for, nothing before them needs shuffling.
  const lastShuffled = Math.max(1, from);
  const shuffles: BlockShuffles = {
    size,
    draw(count) {
      if (count * size > picks.length) {
        const larger = new Uint32Array(Math.max(count, drawn * 2) * size);
        larger.set(picks.subarray(0, drawn * size));
        picks = larger;
      }
      for (; drawn < count; drawn++) {
        order.set(identity);
        let i = blocks - 1;
        for (; i >= lastShuffled; i--) {
          const j = Math.floor(next() * (i + 1));
          const moved = order[i]!;
          order[i] = order[j]!;
          order[j] = moved;
        }
        // Places that do not matter still take their draws, so that the stream is that of a full shuffle.
        for (; i >= 1; i--) next();
        picks.set(order.subarray(from, to), drawn * size);
      }
      return picks;
    },
    masks(count) {
      const all = shuffles.draw(count);
      if (count * bytes > masks.length) {
        const larger = new Uint8Array(Math.max(count, masked * 2) * bytes);
        larger.set(masks.subarray(0, masked * bytes));
        masks = larger;
      }
      for (; masked < count; masked++) {
        for (let i = masked * size; i < (masked + 1) * size; i++) {
          const block = all[i]!;
          masks[masked * bytes + (block >> 3)]! |= 1 << (block & 7);
        }
      }
      return masks;
    },
  };
  kept.set(name, { shuffles, picks: () => picks.length });
  let total = [...kept.values()].reduce((sum, k) => sum + k.picks(), 0);
  for (const [oldest, value] of kept) {
    if (total <= mostKeptPicks || oldest === name) break;
    total -= value.picks();
    kept.delete(oldest);
  }
  return shuffles;
}

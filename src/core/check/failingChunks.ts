import type { EndedFailure } from '../sections/performance/result.ts';
import { failingSince } from './failingSince.ts';

/** A chunk of a measure: its value, whether it dropped beyond what is allowed, and whether that is certain. */
export interface JudgedChunk {
  readonly chunk: number;
  readonly value: number | null;
  /** Null: not judged. */
  readonly dropped: boolean | null;
  readonly certain: boolean;
}

/**
 * Since when drops of a measure stand, and which ones are over. A run is made of neighbouring chunks (those that were not judged aside) that dropped
 * beyond what is allowed, at least one of them for certain: a month at the edge of a bad winter belongs to it though by itself it would be chance.
 *
 * @param lower whether a low value is the bad one.
 */
export function failingChunks(
  chunks: readonly JudgedChunk[],
  lower: boolean,
): { readonly since: number | null; readonly ended: readonly EndedFailure[] } {
  const from = failingSince(chunks.map(({ dropped }) => dropped));
  // What stands has to hold a certain drop, or it only may be worse lately.
  const since = from !== null && chunks.slice(from).some(({ certain }) => certain) ? chunks[from]!.chunk : null;
  const before = since === null ? chunks : chunks.slice(0, from!);
  const judged = before.filter(({ dropped }) => dropped !== null);
  const ended: EndedFailure[] = [];
  for (let start = 0; start < judged.length; start++) {
    if (!judged[start]!.dropped) continue;
    let end = start;
    while (judged[end + 1]?.dropped) end++;
    const run = judged.slice(start, end + 1);
    if (run.some(({ certain }) => certain)) {
      const worst = run.reduce((a, b) => (lower === b.value! < a.value! ? b : a));
      ended.push({
        first: run[0]!.chunk,
        last: run.at(-1)!.chunk,
        chunks: run.length,
        worst: { chunk: worst.chunk, value: worst.value! },
      });
    }
    start = end;
  }
  return { since, ended };
}

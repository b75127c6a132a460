import { moments } from '../../../src/core/stats/samples/moments.ts';
import { rangeViolations } from '../../oracles/rangeViolations.ts';
import { unseenCategories } from '../../oracles/unseenCategories.ts';
import { type Adapter, skip, value } from '../golden.ts';
import { entries, finite } from '../input.ts';

function tally(values: readonly unknown[]): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const v of values) if (v !== null) counts.set(v, (counts.get(v) ?? 0) + 1);
  return counts;
}

/** Null counts are the reader's; what is made of them is checked here. Duplicate rows and the schema belong to the reading of files. */
const dataQuality: Adapter = ({ input, expected }) => {
  const asked = expected as Record<string, unknown>;
  if (!('nulls' in asked)) return skip('counted by the engine while reading, no function of its own');
  const current = entries(input.cur);
  const nulls = current.filter((v) => v === null).length;
  const common = { n: current.length, nulls, null_share: current.length > 0 ? nulls / current.length : null };
  if ('unseen' in asked) {
    const { rows, share, unseen, missing } = unseenCategories(tally(entries(input.ref)), tally(current));
    return value({
      ...common,
      unseen: rows,
      unseen_share: share,
      unseen_values: unseen.sort(),
      missing_values: missing.sort(),
      n_unique: tally(current).size,
    });
  }
  const { min, max } = moments(finite(input.ref));
  const values = Float64Array.from(current.filter((v): v is number => typeof v === 'number'));
  const { nonFinite, outside, share } = rangeViolations(values, min, max);
  const distinct = new Set(finite(input.cur)).size;
  return value({
    ...common,
    nonfinite: nonFinite,
    ref_min: Number.isNaN(min) ? null : min,
    ref_max: Number.isNaN(max) ? null : max,
    out_of_range: outside,
    out_of_range_share: share,
    constant: distinct === 0 ? null : distinct === 1,
    n_unique: distinct,
  });
};

export const qualityAdapters: Readonly<Record<string, Adapter>> = { data_quality: dataQuality };

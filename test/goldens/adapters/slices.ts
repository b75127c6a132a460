import { worstSlices } from '../../../src/core/sections/slices/compute/worstSlices.ts';
import { categorySegment } from '../../oracles/categorySegment.ts';
import { type Adapter, value } from '../golden.ts';
import { entries, numbers } from '../input.ts';

const worstSlice: Adapter = ({ input, params }) => {
  const given = Object.entries(input.columns as Record<string, unknown>);
  const columns = given.map(([name, of]) => categorySegment(name, [], entries(of).map(String), 1000).current);
  const { tested, slices } = worstSlices(columns, Float64Array.from(numbers(input.error)), {
    minRows: Number(params.min_n),
    alpha: Number(params.alpha),
    test: 'z',
    rank: 'bound',
  });
  return value({
    n_tested: tested,
    reported: slices.map(({ conditions, n, mean, gap, statistic, p, q, lowerBound }) => ({
      slice: conditions.map(({ column, group }) => {
        const of = columns[column]!.groups[group]!;
        return [columns[column]!.name, of.kind === 'value' ? of.value : of.kind];
      }),
      n,
      error: mean.value,
      gap: gap.value,
      z: statistic,
      p,
      ci_low: lowerBound,
      q,
    })),
  });
};

export const sliceAdapters: Readonly<Record<string, Adapter>> = { worst_slice: worstSlice };

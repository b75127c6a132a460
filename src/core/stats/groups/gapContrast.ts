import { type ContrastOf, meansContrast } from './contrast.ts';
import type { GroupSums } from './groupSums.ts';
import { rateContrast } from './rateContrast.ts';
import { varianceOf } from './sums.ts';

/** How slices of one data set are compared with its other rows: as rates where every loss is 0 or 1, else as means. */
export function gapContrast(all: GroupSums, test: 'exact' | 'z' = 'exact'): ContrastOf {
  const floor = varianceOf(all.all);
  return ([slice], [rest]) => {
    if (all.binary) return rateContrast(slice!, rest!, test);
    return meansContrast([
      { sums: slice!, floor },
      { sums: rest!, floor: 0 },
    ]);
  };
}

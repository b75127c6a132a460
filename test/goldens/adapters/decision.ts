import { decisionRule } from '../../../src/core/check/decisionRule.ts';
import { referenceSample } from '../../../src/core/read/referenceSample.ts';
import { countDistinct } from '../../../src/core/sections/drift/compute/countDistinct.ts';
import { tallyDistinct } from '../../../src/core/sections/drift/compute/tallyDistinct.ts';
import { testCategories } from '../../../src/core/sections/drift/compute/testCategories.ts';
import { totalVariation } from '../../../src/core/stats/distances/totalVariation.ts';
import { benjaminiHochberg } from '../../../src/core/stats/multiplicity/benjaminiHochberg.ts';
import { holm } from '../../../src/core/stats/multiplicity/holm.ts';
import { countInBins } from '../../../src/core/stats/samples/quantileBins.ts';
import { andersonDarling } from '../../oracles/andersonDarling.ts';
import { benjaminiYekutieli } from '../../oracles/benjaminiYekutieli.ts';
import { blockPermutation } from '../../oracles/blockPermutation.ts';
import { bonferroni } from '../../oracles/bonferroni.ts';
import { decideCells } from '../../oracles/decideCells.ts';
import { type Adapter, value } from '../golden.ts';
import { ascending, countCategories, entries } from '../input.ts';
import { columnDecision } from './columnDecision.ts';

const multipleTesting: Adapter = ({ input, params, expected }) => {
  const p = entries(input.p).map((v) => (v === null ? null : Number(v)));
  const alpha = Number(params.alpha ?? 0.05);
  // An untested cell stays null in the product; the goldens may write it as NaN.
  const adjust = (name: string, method: (of: readonly (number | null)[]) => (number | null)[]) => {
    const wanted = (expected as Record<string, { adjusted?: unknown[] }>)[name]?.adjusted ?? [];
    const adjusted = method(p);
    return {
      adjusted: adjusted.map((q, i) => (q === null && wanted[i] === 'NaN' ? Number.NaN : q)),
      reject: adjusted.map((q) => q !== null && q <= alpha),
    };
  };
  return value({
    bonferroni: adjust('bonferroni', bonferroni),
    holm: adjust('holm', holm),
    fdr_bh: adjust('fdr_bh', benjaminiHochberg),
    fdr_by: adjust('fdr_by', benjaminiYekutieli),
  });
};

const permutation: Adapter = ({ input, params }) => {
  const { statistic, p } = blockPermutation(input.histograms as number[][], Number(input.n_ref_blocks), {
    permutations: Number(params.R),
    seed: Number(params.seed),
  });
  return value({ statistic, p });
};

interface Column {
  readonly name: string;
  readonly kind: 'num' | 'cat';
  readonly ref: unknown;
  readonly cur: unknown;
}

const tests = { anderson_darling: 'ad', chi_square: 'chi2', fisher_exact: 'fisher', chi_square_and_fisher: 'chi2+fisher_rest' };

/** The row test of a column, and how far it moved: what the product's analysis does before it looks at blocks. */
function tested({ kind, ref, cur }: Column) {
  const rule = decisionRule('default');
  const counted = (reference: ArrayLike<number>, current: ArrayLike<number>) => {
    const rows = Math.min(...[reference, current].map((side) => Array.from(side).reduce((sum, c) => sum + c, 0)));
    return { rows, row: rows === 0 ? null : testCategories(reference, current).row, ...totalVariation(reference, current) };
  };
  if (kind === 'cat') {
    const { reference, current } = countCategories(ref, cur);
    return counted(reference, current);
  }
  const [a, b] = [ascending(ref), ascending(cur)];
  if (countDistinct(a, b, rule.maxDistinctAsCategory) <= rule.maxDistinctAsCategory) {
    const tally = tallyDistinct(a, b);
    return counted(tally.a, tally.b);
  }
  const sample = referenceSample(a, rule);
  const rows = Math.min(a.length, b.length);
  const { a2, p } = rows === 0 ? { a2: Number.NaN, p: Number.NaN } : andersonDarling(a, b);
  const row = rows === 0 ? null : { p, test: 'anderson_darling' as const, statistic: a2 };
  return { rows, row, ...totalVariation(sample.counts, countInBins(b, sample.edges)) };
}

/**
 * The row tests and effects of columns, decided as these goldens decide. They give p, effect and q also for columns with too few rows and keep them in
 * the family, then name them "not_tested_small".
 */
const driftDecision: Adapter = ({ input, params }) => {
  const rule = decisionRule('default');
  const limit = Number(params.effect ?? params.effect_level ?? rule.effect);
  const columns = (input.columns as Column[]).map((column) => ({ column, ...tested(column) }));
  const decided = decideCells(
    columns.map(({ row, corrected }) => ({ p: row?.p ?? null, effect: row === null ? null : corrected })),
    limit,
    Number(params.q_level ?? rule.q),
  );
  return value(
    columns.map(({ column, rows, row, tvd, expected, corrected }, i) => {
      const constant = row !== null && row.p === 1 && tvd === 0 && row.statistic === 0;
      return {
        name: column.name,
        status: row === null ? 'insufficient_data' : constant ? 'constant' : 'ok',
        p: row?.p ?? null,
        q: decided[i]!.q,
        tvd: row === null ? null : tvd,
        tvd_null: row === null ? null : expected,
        tvdc: row === null ? null : corrected,
        method: constant ? 'constant' : row === null ? null : tests[row.test as keyof typeof tests],
        verdict: row !== null && rows < rule.minRows ? 'not_tested_small' : decided[i]!.verdict,
      };
    }),
  );
};

export const decisionAdapters: Readonly<Record<string, Adapter>> = {
  multiple_testing: multipleTesting,
  block_permutation: permutation,
  drift_decision: driftDecision,
  column_decision: columnDecision,
};

import { decide } from '../../../src/core/drift/decide.ts';
import { decisionRule } from '../../../src/core/drift/decisionRule.ts';
import { testCategories } from '../../../src/core/drift/testCategories.ts';
import { testNumbers } from '../../../src/core/drift/testNumbers.ts';
import { benjaminiHochberg } from '../../../src/core/stats/benjaminiHochberg.ts';
import { benjaminiYekutieli } from '../../../src/core/stats/benjaminiYekutieli.ts';
import { blockPermutation } from '../../../src/core/stats/blockPermutation.ts';
import { bonferroni } from '../../../src/core/stats/bonferroni.ts';
import { holm } from '../../../src/core/stats/holm.ts';
import { type Adapter, value } from '../golden.ts';
import { ascending, countCategories, entries } from '../input.ts';

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
const verdicts = { ok: 'OK', alert: 'ALERT', watch: 'WATCH', not_tested: 'not_tested' };

/**
 * The rule end to end. The goldens give p, effect and q also for columns with too few rows and keep them in the family, then name them
 * "not_tested_small"; the product leaves such columns out of the family. So the limit on rows is applied here, after deciding.
 */
const driftDecision: Adapter = ({ input, params }) => {
  const rule = decisionRule('default');
  const open = {
    ...rule,
    minRows: 1,
    q: Number(params.q_level ?? rule.q),
    effect: Number(params.effect ?? params.effect_level ?? rule.effect),
  };
  const columns = (input.columns as Column[]).map((column) => {
    if (column.kind === 'num') {
      const a = ascending(column.ref);
      const b = ascending(column.cur);
      return { column, rows: Math.min(a.length, b.length), test: testNumbers(a, b, open) };
    }
    const { reference, current } = countCategories(column.ref, column.cur);
    const rows = Math.min(...[reference, current].map((side) => side.reduce((sum, c) => sum + c, 0)));
    return { column, rows, test: testCategories(reference, current, open) };
  });
  const decided = decide(
    columns.map(({ test }) => test),
    columns.map(() => open.effect),
    open,
  );
  return value(
    columns.map(({ column, rows, test }, i) => {
      const constant = test.p === 1 && test.tvd === 0 && test.statistic === 0;
      const verdict = verdicts[decided[i]!.verdict];
      return {
        name: column.name,
        status: test.p === null ? 'insufficient_data' : constant ? 'constant' : 'ok',
        p: test.p,
        q: decided[i]!.q,
        tvd: test.tvd,
        tvd_null: test.tvdExpected,
        tvdc: test.effect,
        method: constant ? 'constant' : test.test === null ? null : tests[test.test as keyof typeof tests],
        verdict: test.p !== null && rows < rule.minRows ? 'not_tested_small' : verdict,
      };
    }),
  );
};

export const decisionAdapters: Readonly<Record<string, Adapter>> = {
  multiple_testing: multipleTesting,
  block_permutation: permutation,
  drift_decision: driftDecision,
};

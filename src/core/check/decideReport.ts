import { benjaminiHochberg } from '../stats/multiplicity/benjaminiHochberg.ts';
import { type ColumnDecision, decideColumns, type FamilyDecision } from './columnDecision.ts';
import type { ColumnEvidence } from './columnEvidence.ts';
import { reachesLimit } from './reachesLimit.ts';
import { type SharedCorrelation, sharedCorrelation } from './sharedCorrelation.ts';
import { testWindow, type WindowResult } from './testWindow.ts';

/** The numbers of the rule in force that decide: see `DecisionRule`. */
export interface Levels {
  readonly q: number;
  readonly watchP: number;
  readonly blockQ: number;
  readonly blockEffect: number;
}

/** What is known of one column: of its values, and of what is missing; null where it was not analysed. */
export interface JudgedColumn {
  readonly values: ColumnEvidence | null;
  readonly missing: ColumnEvidence | null;
  readonly limit: number;
}

/** The furthest single block of a column that alerts by itself: its place among the blocks of current. */
export interface BlockDecision {
  readonly block: number;
  readonly effect: number;
  readonly p: number;
  readonly q: number;
}

/** A table of a column (its values, or what is missing) once decided. */
export interface DecidedTable {
  readonly decision: ColumnDecision;
  readonly whole: WindowResult;
  readonly chunks: readonly WindowResult[];
  /** Null where no single block alerts. */
  readonly block: BlockDecision | null;
}

export interface DecidedReport {
  readonly shared: SharedCorrelation;
  readonly values: readonly (DecidedTable | null)[];
  readonly missing: readonly (DecidedTable | null)[];
  readonly family: { readonly columns: number; readonly drifted: number; readonly criticalP: number };
}

/**
 * Decides everything a report says about drift: shared correlation, tests of all windows, the family of columns by their values, that by what is
 * missing, and single broken blocks in families of their own. O(windows).
 */
export function decideReport(columns: readonly JudgedColumn[], levels: Levels): DecidedReport {
  const shared = sharedCorrelation(columns.flatMap(({ values }) => (values === null ? [] : [values.correlation])));
  const limits = columns.map(({ limit }) => limit);
  const values = decideTables(
    columns.map((column) => column.values),
    limits,
    levels,
    (evidence) => testWindow(evidence, shared),
  );
  // Of what is missing the effect is the change of the share itself, in points.
  const missing = decideTables(
    columns.map((column) => column.missing),
    limits,
    levels,
    (evidence) => {
      const result = testWindow(evidence, shared);
      return { ...result, effect: result.tvd, within: null };
    },
  );
  const { tested, drifted } = values.family;
  return {
    shared,
    values: values.tables,
    missing: missing.tables,
    family: { columns: tested, drifted, criticalP: tested === 0 ? levels.q : Math.min(levels.q, (levels.q * (drifted + 1)) / tested) },
  };
}

type Test = (evidence: ColumnEvidence['whole']) => WindowResult;

function decideTables(
  evidence: readonly (ColumnEvidence | null)[],
  limits: readonly number[],
  levels: Levels,
  test: Test,
): { readonly tables: readonly (DecidedTable | null)[]; readonly family: FamilyDecision } {
  const known = evidence.flatMap((one, i) => (one === null ? [] : [{ one, i }]));
  const tested = known.map(({ one, i }) => ({ limit: limits[i]!, whole: test(one.whole), chunks: one.chunks.map(test) }));
  const family = decideColumns(tested, levels);
  const blocks = brokenBlocks(
    known.map(({ one, i }) => ({ ...one, limit: limits[i]! })),
    levels,
    test,
  );
  const tables: (DecidedTable | null)[] = evidence.map(() => null);
  known.forEach(({ i }, k) => {
    const { whole, chunks } = tested[k]!;
    tables[i] = { decision: family.columns[k]!, whole, chunks, block: blocks[k]! };
  });
  return { tables, family };
}

/**
 * The worst block of each column at the number of its blocks times its p, Benjamini-Hochberg over columns. A column whose own limit is higher than that
 * of blocks is held to its own.
 */
function brokenBlocks(
  columns: readonly (ColumnEvidence & { readonly limit: number })[],
  { blockQ, blockEffect }: Levels,
  test: Test,
): readonly (BlockDecision | null)[] {
  const worst = columns.map(({ far, currentBlocks, limit }) => {
    let found: Omit<BlockDecision, 'q'> | null = null;
    for (const { block, evidence } of far) {
      const { p, effect } = test(evidence);
      if (p === null || effect === null || !reachesLimit(effect, Math.max(blockEffect, limit))) continue;
      const corrected = Math.min(1, currentBlocks * p);
      if (found === null || corrected < found.p) found = { block, effect, p: corrected };
    }
    return found;
  });
  const q = benjaminiHochberg(columns.map(({ whole }, i) => worst[i]?.p ?? (whole.blocks === null ? null : 1)));
  return worst.map((one, i) => (one !== null && q[i] != null && reachesLimit(blockQ, q[i]) ? { ...one, q: q[i] } : null));
}

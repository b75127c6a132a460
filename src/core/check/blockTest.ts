import { meanInflation } from '../stats/blocks/meanInflation.ts';
import { fSf } from '../stats/distributions/fDistribution.ts';
import type { BlockEvidence, RunEvidence } from './blockEvidence.ts';
import type { SharedCorrelation } from './sharedCorrelation.ts';

/** The test of a window by blocks. */
export interface BlockTest {
  readonly p: number;
  /** Distance over its expectation when nothing changed, and the degrees of freedom; null where there is nothing to compare. */
  readonly f: number | null;
  readonly nu1: number | null;
  readonly nu2: number | null;
  /** How many times the variance of independent rows is to be expected, at least 1. */
  readonly phi: number;
  /** Expected squared distance when nothing changed: of the window, and of the reference. */
  readonly expected: { readonly window: number; readonly reference: number };
  /** Independent runs that each of these rests on. */
  readonly runs: { readonly window: number; readonly reference: number };
  /** Run lengths that decided: those that differ most. */
  readonly runWindow: number | null;
  readonly runReference: number | null;
}

const mostShared = 0.95;
const fewestIndependent = 2;

interface Variance {
  readonly v: number;
  readonly g: number;
  readonly run: number;
}

/** Variance of a span beyond its rows: the largest that any run length gives, with the independent runs it rests on. */
function variance(lengths: readonly RunEvidence[], shared: SharedCorrelation): Variance {
  let found: Variance | null = null;
  for (const { run, season, gamma, d, r: own, runs, squares } of lengths) {
    const r = run === 1 ? Math.max(own, Math.min(mostShared, season ? shared.season : shared.plain)) : own;
    const v = gamma * squares * meanInflation(runs, r);
    const g = Math.max(fewestIndependent, 1 + (runs > 1 ? (d * (1 - r)) / (1 + r) : d));
    if (found === null || v > found.v) found = { v, g, run };
  }
  return found ?? { v: 0, g: fewestIndependent, run: 1 };
}

/**
 * Whether a window is further from the reference than windows of the reference's own process are: a second-order Rao-Scott test in the F form of
 * Thomas and Rao, with a random-effects variance. Blocks of the reference tell how blocks differ; persistence, weekly season and slow wandering are
 * in it as far as the reference shows them. Rows of each side: n.
 *
 * Source: media/docs/calibration.md; J. N. K. Rao and A. J. Scott, Annals of Statistics 12 (1984);
 * D. R. Thomas and J. N. K. Rao, JASA 82 (1987).
 */
export function blockTest(
  evidence: BlockEvidence,
  n: { readonly window: number; readonly reference: number },
  shared: SharedCorrelation,
): BlockTest {
  const { distance, features } = evidence;
  if (features === 0) {
    const none = { window: 0, reference: 0 };
    return { p: 1, f: null, nu1: null, nu2: null, phi: 1, expected: none, runs: none, runWindow: null, runReference: null };
  }
  const window = variance(evidence.window, shared);
  const reference = variance(evidence.reference, shared);
  const ofWindow = features / n.window + window.v;
  const ofReference = features / n.reference + reference.v;
  const expected = ofWindow + ofReference;
  const nu1 = Math.min(...evidence.window.map(({ nu }) => nu));
  const nu2 = denominator(nu1, { window: ofWindow, reference: ofReference }, { window: window.g, reference: reference.g });
  const f = distance / expected;
  return {
    p: fSf(f, nu1, nu2),
    f,
    nu1,
    nu2,
    phi: Math.max(1, expected / (features * (1 / n.window + 1 / n.reference))),
    expected: { window: ofWindow, reference: ofReference },
    runs: { window: window.g, reference: reference.g },
    runWindow: window.run,
    runReference: reference.run,
  };
}

/** Degrees of freedom of the expected distance, each side weighing by its part in it. */
export function denominator(
  nu1: number,
  expected: { readonly window: number; readonly reference: number },
  runs: { readonly window: number; readonly reference: number },
): number {
  const all = expected.window + expected.reference;
  const root = expected.window / all / Math.sqrt(runs.window - 1) + expected.reference / all / Math.sqrt(runs.reference - 1);
  return nu1 / (root * root);
}

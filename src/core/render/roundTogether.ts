/** Digits kept where nothing else is said. */
const digits = 6;

/**
 * Rounds numbers that are drawn on one axis: to `kept` significant digits of each, and as many of their spread, so that
 * narrow bins far from zero stay apart. Equal numbers stay equal, and order is kept.
 */
export function roundTogether(values: readonly number[], kept = digits): number[] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const spread = most > least ? magnitude(most - least) : Number.POSITIVE_INFINITY;
  return values.map((value) => {
    if (value === 0 || !Number.isFinite(value)) return value;
    const own = magnitude(Math.abs(value));
    const significant = kept + Math.max(0, own - spread);
    return significant > 16 ? value : Number(value.toPrecision(significant));
  });
}

/** Rounds one number to significant digits. */
export function roundNumber(value: number, kept = digits): number {
  return Number.isFinite(value) ? Number(value.toPrecision(kept)) : value;
}

function magnitude(value: number): number {
  return Math.floor(Math.log10(value));
}

/** Allowed difference of two numbers: `absolute + relative · |expected|`. */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

function isNumberText(value: unknown): value is string {
  return value === 'NaN' || value === 'Infinity' || value === '-Infinity';
}

function sameNumber(actual: number, expected: number, tolerance: Tolerance): boolean {
  if (Number.isNaN(expected)) return Number.isNaN(actual);
  if (!Number.isFinite(expected)) return actual === expected;
  // Below 1e−300 a p-value may be 0.
  if (Math.abs(expected) < 1e-300) return Math.abs(actual) <= 1e-300 + tolerance.absolute;
  return Math.abs(actual - expected) <= tolerance.absolute + tolerance.relative * Math.abs(expected);
}

/**
 * Differences between an answer and what a golden expects, as sentences; none when they agree.
 *
 * Numbers within tolerance; booleans, strings, nulls and arrays of whole numbers exactly; "NaN" and "Infinity" stand for those numbers.
 * Only fields of `expected` count, save "note" and those in `without` (by name, or by path as in "0.1.lift").
 */
export function differences(
  actual: unknown,
  expected: unknown,
  tolerance: Tolerance,
  without: Readonly<Record<string, string>> = {},
  path = '',
): string[] {
  const where = path === '' ? 'value' : path;
  if (typeof expected === 'number' || isNumberText(expected)) {
    if (typeof actual === 'number' && sameNumber(actual, Number(expected), tolerance)) return [];
    return [`${where}: got ${String(actual)}, expected ${String(expected)}`];
  }
  if (Array.isArray(expected)) {
    const list = ArrayBuffer.isView(actual) ? Array.from(actual as Float64Array) : actual;
    if (!Array.isArray(list)) return [`${where}: got ${String(actual)}, expected a list`];
    if (list.length !== expected.length) return [`${where}: got ${list.length} entries, expected ${expected.length}`];
    const exact = expected.length > 0 && expected.every(Number.isInteger) ? { relative: 0, absolute: 0 } : tolerance;
    return expected.flatMap((e, i) => differences(list[i], e, exact, {}, `${path}[${i}]`));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return [`${where}: got ${String(actual)}, expected an object`];
    return Object.entries(expected).flatMap(([key, e]) => {
      const field = path === '' ? key : `${path}.${key}`;
      if (key === 'note' || field in without) return [];
      if (!(key in actual)) return [`${field}: no answer`];
      return differences((actual as Record<string, unknown>)[key], e, tolerance, without, field);
    });
  }
  return actual === expected ? [] : [`${where}: got ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`];
}

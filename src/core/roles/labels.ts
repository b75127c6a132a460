/** Labels of two columns as positions in one list of classes. */
export interface EncodedLabels {
  /** Classes as text, numbers in numeric order, else in code unit order. */
  readonly classes: readonly string[];
  /** Position of each row's label in `classes`; −1 where it is missing. */
  readonly actual: Int32Array;
  readonly predicted: Int32Array;
  readonly missingActual: number;
  readonly missingPredicted: number;
  /** Rows with both labels. */
  readonly rows: number;
}

type Label = string | number | bigint | boolean | null | undefined;

const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** The text by which a label is known: 1, "1" and " 1.0" are the same class; true is "true". Null for a missing one. */
export function labelText(label: Label): string | null {
  if (label === null || label === undefined) return null;
  const text = String(label).trim();
  if (text === '' || (typeof label === 'number' && Number.isNaN(label))) return null;
  // Long digit strings are identifiers: as numbers several of them would become one.
  return decimal.test(text) && text.length <= 15 ? String(Number(text)) : text;
}

/** Numbers by size when every class is one, else by code unit, so that the order does not depend on a locale. */
export function inOrder(names: readonly string[]): string[] {
  const numeric = names.every((name) => decimal.test(name));
  return [...names].sort(numeric ? (a, b) => Number(a) - Number(b) : (a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * Brings true and predicted labels of any types to one set of classes: the union of both columns. Labels are compared as text after
 * trimming, numbers by value. O(n + classes · log classes).
 *
 * @param actual, predicted labels of the same rows. Null, undefined, NaN and "" are missing.
 */
export function encodeLabels(actual: readonly Label[], predicted: readonly Label[]): EncodedLabels {
  const first = new Map<string, number>();
  const seen = new Map<Label, number>();
  const code = (label: Label): number => {
    const known = seen.get(label);
    if (known !== undefined) return known;
    const text = labelText(label);
    let at = -1;
    if (text !== null) {
      at = first.get(text) ?? first.size;
      first.set(text, at);
    }
    seen.set(label, at);
    return at;
  };
  const n = actual.length;
  const a = new Int32Array(n);
  const p = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    a[i] = code(actual[i]);
    p[i] = code(predicted[i]);
  }
  const classes = inOrder([...first.keys()]);
  const position = new Int32Array(classes.length);
  for (let c = 0; c < classes.length; c++) position[first.get(classes[c]!)!] = c;
  let missingActual = 0;
  let missingPredicted = 0;
  let rows = 0;
  for (let i = 0; i < n; i++) {
    if (a[i]! >= 0) a[i] = position[a[i]!]!;
    else missingActual++;
    if (p[i]! >= 0) p[i] = position[p[i]!]!;
    else missingPredicted++;
    if (a[i]! >= 0 && p[i]! >= 0) rows++;
  }
  return { classes, actual: a, predicted: p, missingActual, missingPredicted, rows };
}

/** Rows of one class as `scoreCounts` takes them: 1 for the class, 0 for others, 2 for a missing label. */
export function rowsOfClass(codes: Int32Array, positive: number): Uint8Array {
  return Uint8Array.from(codes, (code) => (code < 0 ? 2 : code === positive ? 1 : 0));
}

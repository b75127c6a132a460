/** A part of a text: offsets of UTF-16 units, the end exclusive. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** A place in a text as people count it, from 1; columns in UTF-16 units, as editors do. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Where an offset of a text lies. A line ends with LF, alone or after CR, as in YAML and in editors. */
export function lineColumn(text: string, offset: number): LineColumn {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

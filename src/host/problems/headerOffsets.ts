/** Where a header cell stands, as editors count: lines and UTF-16 units from 0, end exclusive. Quotes belong to the cell. */
export interface HeaderCell {
  readonly name: string;
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/** The text of a file's first bytes, without a byte order mark; null when they are no text. */
export function decodeStart(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes('\0') ? null : text;
}

/** Cells of the first line of `text` that is not empty. A cell that `text` breaks off in is left out. */
export function headerCells(text: string, delimiter: string, complete: boolean): HeaderCell[] {
  const cells: HeaderCell[] = [];
  let at = 0;
  let line = 0;
  let lineStart = 0;
  const lineBreak = (): boolean => {
    const character = text[at];
    if (character !== '\n' && character !== '\r') return false;
    at += character === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line++;
    lineStart = at;
    return true;
  };
  while (lineBreak());

  for (;;) {
    const startLine = line;
    const startCharacter = at - lineStart;
    let name = '';
    if (text[at] === '"') {
      at++;
      while (at < text.length) {
        if (text[at] === '"') {
          if (text[at + 1] !== '"') break;
          name += '"';
          at += 2;
        } else {
          const from = at;
          if (!lineBreak()) at++;
          name += text.slice(from, at);
        }
      }
      at++;
    }
    const rest = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
    name += text.slice(rest, at);
    if (at >= text.length && !complete) return cells;
    cells.push({ name, startLine, startCharacter, endLine: line, endCharacter: Math.min(at, text.length) - lineStart });
    if (text[at] !== delimiter) return cells;
    at++;
  }
}

/**
 * Header cells of delimited text by column name. The delimiter is the one under which most of `columns` are found, so that it agrees
 * with how the file was read. The first of two equal names wins. Linear in the text and the columns.
 */
export function headerOffsets(bytes: Uint8Array, columns: readonly string[], complete: boolean): Map<string, HeaderCell> {
  const text = decodeStart(bytes);
  let best = new Map<string, HeaderCell>();
  if (text === null) return best;
  for (const delimiter of [',', '\t', ';', '|']) {
    const found = new Map<string, HeaderCell>();
    const exact = new Map<string, HeaderCell>();
    const trimmed = new Map<string, HeaderCell>();
    for (const cell of headerCells(text, delimiter, complete)) {
      if (!exact.has(cell.name)) exact.set(cell.name, cell);
      const name = cell.name.trim();
      if (!trimmed.has(name)) trimmed.set(name, cell);
    }
    for (const column of columns) {
      const cell = exact.get(column) ?? trimmed.get(column.trim());
      if (cell) found.set(column, cell);
    }
    if (found.size > best.size) best = found;
  }
  return best;
}

import type { Path } from '../../core/spec/problem.ts';

/** What is put in: a value, or its text as somebody wrote it, with its comments. */
export type Content = { readonly value: unknown } | { readonly source: string };

/** An edit of a driftbook file. Paths are those of the file after the edits before. */
export type SourceEdit =
  /** In place of what stands there; a field that is not there yet is added. */
  | { readonly edit: 'set'; readonly path: Path; readonly content: Content }
  /** Into a list, before the item that has the index now, or at the end. */
  | { readonly edit: 'insert'; readonly path: Path; readonly index: number; readonly content: Content }
  /** A field or an item, with the comments right above it. */
  | { readonly edit: 'remove'; readonly path: Path }
  /** An item of a list to another place in it, with the comments right above it. */
  | { readonly edit: 'move'; readonly path: Path; readonly from: number; readonly to: number };

/**
 * Why an edit cannot be made: the text cannot be read (`unreadable`), nothing stands at the path (`place`), it stands for several places (`shared`: an
 * anchor and its aliases), or the text is laid out in a way that the edit would break (`layout`).
 */
export type RefusalCode = 'unreadable' | 'place' | 'shared' | 'layout';

/** An edit that is not made; the text is as it was. */
export class SpliceRefused extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(`The edit is refused: ${code}`);
    this.name = 'SpliceRefused';
    this.code = code;
  }
}

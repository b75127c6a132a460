/**
 * What keeps a file from being read as YAML at all, or as one that can be trusted: a name that stands twice in an object (`duplicate_key`), a tab that
 * indents (`tab`), wrong indentation (`indent`), something that is not closed or lacks a sign (`unclosed`), what cannot stand here (`unexpected`),
 * several documents (`documents`), an anchor that is not there (`alias`), anchors that stand for too much, or for themselves (`aliases`), a tag that
 * asks for a type of another language (`tag`), a key that is no plain name (`key`), another version of YAML (`directive`), bytes that are not UTF-8
 * (`encoding`), too large or too deep a file (`size`, `depth`), nothing at all (`empty`).
 */
export type SyntaxCode =
  | 'duplicate_key'
  | 'tab'
  | 'indent'
  | 'unclosed'
  | 'unexpected'
  | 'documents'
  | 'alias'
  | 'aliases'
  | 'tag'
  | 'key'
  | 'directive'
  | 'encoding'
  | 'size'
  | 'depth'
  | 'empty';

export interface SyntaxProblem {
  readonly syntax: SyntaxCode;
  /** The name, sign or limit it is about; empty where none is. */
  readonly found: string;
}

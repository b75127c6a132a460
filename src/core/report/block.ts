import type { RichText } from './richText.ts';

/** How something stands: never told by colour alone. */
export type Tone = 'alert' | 'watch' | 'ok' | 'quiet' | 'plain';

/** A piece of a report in words. Text, Markdown and HTML are made from the same blocks; each says what it can show. */
export type Block = HeadingBlock | ParagraphBlock | ListBlock | TermsBlock | TableBlock | StripsBlock;

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly text: string;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: RichText;
}

export interface ListBlock {
  readonly kind: 'list';
  /** A glyph of `·` is a plain item. */
  readonly items: readonly { readonly glyph: string; readonly tone: Tone; readonly text: RichText }[];
}

/** Names with what is said of each. */
export interface TermsBlock {
  readonly kind: 'terms';
  /** Names of columns, or words. */
  readonly of: 'columns' | 'words';
  readonly items: readonly { readonly term: string; readonly text: RichText }[];
  /** How many are enough where room is scarce; null: all. */
  readonly brief: number | null;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly heads: readonly { readonly text: string; readonly align: 'left' | 'right' }[];
  readonly rows: readonly (readonly Cell[])[];
  /** What gives way in a narrow window, in order: a column is cut to a least width, or dropped. */
  readonly squeeze: readonly Squeeze[];
}

export interface Cell {
  readonly text: string;
  /** Name of a column of the data, before the text. */
  readonly column?: string;
  /** What stands for the text in a terminal, and there where the table is too wide: without what others tell. */
  readonly terminal?: string;
  readonly brief?: string;
  readonly tone?: Tone;
  /** Length of a bar before the text, 0 to 1. */
  readonly bar?: number;
}

export type Squeeze =
  /** Cuts a column to a least width; with `keepNumbers` the name before ": ", never the numbers behind it. */
  | { readonly cut: number; readonly least: number; readonly keepNumbers?: boolean }
  /** Leaves the bars of a column out: each repeats its number. */
  | { readonly unbar: number }
  | { readonly drop: number };

/** How much of several columns moved in each chunk: a row of marks each, for a terminal. */
export interface StripsBlock {
  readonly kind: 'strips';
  readonly heading: string;
  readonly rows: readonly {
    readonly column: string;
    /** Null where nothing can be told. `full`: what a full mark stands for. */
    readonly cells: readonly { readonly share: number | null; readonly tone: Tone }[];
    readonly full: number;
    readonly when: string;
  }[];
  readonly first: string;
  readonly last: string;
}
